namespace Daybook.Composition;

/// <summary>Something that happened while a report was composed, for those who look after it; not part of the document.</summary>
/// <param name="BlockId">The rendered id of the block; null for the report as a whole.</param>
/// <param name="Code">A stable word, such as <c>undefined_name</c> or <c>console</c>.</param>
public sealed record LogEntry(LogLevel Level, string? BlockId, string Code, string Message)
{
    /// <summary>Where in the template's file the cause stands; null when it has no single place.</summary>
    public SourceLocation? Location { get; init; }
}
