namespace Daybook.Composition;

/// <summary>Written <c>column</c>, <c>column asc</c>, <c>column desc</c> or <c>-column</c>.</summary>
public sealed record OrderTerm(string Column, bool Descending);
