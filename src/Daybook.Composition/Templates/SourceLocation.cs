namespace Daybook.Composition;

/// <summary>A place in a file a person wrote.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, counted in UTF-16 units.</param>
public readonly record struct SourceLocation(string File, int Line, int Column);
