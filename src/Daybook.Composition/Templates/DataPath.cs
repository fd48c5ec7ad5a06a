namespace Daybook.Composition;

/// <summary>A dotted path into the data, such as <c>executions.total_tests</c>, and where it is written.</summary>
public sealed record DataPath(string Path, SourceLocation Location)
{
    /// <summary>The short name under which the data is also known.</summary>
    public string LastSegment => Path[(Path.LastIndexOf('.') + 1)..];

    public override string ToString() => Path;
}
