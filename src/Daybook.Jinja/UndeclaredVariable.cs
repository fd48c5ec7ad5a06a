namespace Daybook.Jinja;

/// <summary>A name that a template reads from its context.</summary>
/// <param name="Line">Of the first place that reads it, from 1.</param>
/// <param name="Column">Of the first place that reads it, from 1.</param>
public sealed record UndeclaredVariable(string Name, int Line, int Column);
