namespace Daybook.Export;

/// <summary>The export options of the guide that every format understands as far as it can.</summary>
public record ExportOptions
{
    public bool IncludeTableOfContents { get; init; } = true;

    public bool IncludeCharts { get; init; } = true;

    public bool IncludeMetadata { get; init; } = true;

    /// <summary>Overrides the document's classification; null keeps it.</summary>
    public string? Classification { get; init; }

    public Theme Theme { get; init; } = BuiltInThemes.Daybook;
}
