namespace Daybook.Composition;

/// <summary>What a template asks of one format. Null leaves the format's own default.</summary>
public sealed record ExportFormatOptions
{
    public PageSize? PageSize { get; init; }

    public bool? IncludeToc { get; init; }

    public bool? IncludeCharts { get; init; }

    public bool? IncludeMetadata { get; init; }

    /// <summary>Text across every page.</summary>
    public string? Watermark { get; init; }

    public string? Classification { get; init; }
}
