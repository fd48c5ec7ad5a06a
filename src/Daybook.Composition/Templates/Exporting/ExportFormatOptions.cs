using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>What a template, or whoever asks for the report, wants of one format. Null leaves the format's own default.</summary>
public sealed record ExportFormatOptions
{
    public PageSize? PageSize { get; init; }

    public PageOrientation? Orientation { get; init; }

    public SectionStart? SectionStart { get; init; }

    public bool? IncludeToc { get; init; }

    public bool? IncludeCharts { get; init; }

    public bool? IncludeMetadata { get; init; }

    /// <summary>Text across every page.</summary>
    public string? Watermark { get; init; }

    public string? Classification { get; init; }

    /// <summary>What a reader opens the file with. Never from a template: those are kept and shared as plain text.</summary>
    public string? Password { get; init; }

    /// <summary>What readers may do; null where nothing was said, which allows everything.</summary>
    public ImmutableArray<ReaderPermission>? Permissions { get; init; }

    /// <summary>Whether the file follows PDF/A, for archives.</summary>
    public bool? PdfA { get; init; }

    /// <summary>Whether the report's data travels inside the file.</summary>
    public bool? AttachData { get; init; }

    /// <summary>Name of a built-in theme, path of a theme's file, or a theme written out as a JSON object.</summary>
    public string? Theme { get; init; }

    public bool HasOwnTheme => Theme?.StartsWith('{') is true;

    /// <summary>These options, completed by others where these say nothing.</summary>
    public ExportFormatOptions Over(ExportFormatOptions others) => new()
    {
        PageSize = PageSize ?? others.PageSize,
        Orientation = Orientation ?? others.Orientation,
        SectionStart = SectionStart ?? others.SectionStart,
        IncludeToc = IncludeToc ?? others.IncludeToc,
        IncludeCharts = IncludeCharts ?? others.IncludeCharts,
        IncludeMetadata = IncludeMetadata ?? others.IncludeMetadata,
        Watermark = Watermark ?? others.Watermark,
        Classification = Classification ?? others.Classification,
        Password = Password ?? others.Password,
        Permissions = Permissions ?? others.Permissions,
        PdfA = PdfA ?? others.PdfA,
        AttachData = AttachData ?? others.AttachData,
        Theme = Theme ?? others.Theme,
    };
}
