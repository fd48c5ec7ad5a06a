namespace Daybook.Composition;

/// <summary>Written <c>column</c>, <c>column asc</c> or <c>column desc</c>.</summary>
public sealed record OrderTerm(string Column, bool Descending);
