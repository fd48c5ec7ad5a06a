using Daybook.Composition;
using Daybook.Export;

namespace Daybook.Reports;

/// <summary>Turns what a template or a person asks of a format into the options of its exporter, completed by the defaults.</summary>
internal static class FormatOptions
{
    public static ExportOptions Of(string format, ExportFormatOptions asked, Theme theme)
    {
        var defaults = new ExportOptions();
        var options = new ExportOptions
        {
            IncludeTableOfContents = asked.IncludeToc ?? defaults.IncludeTableOfContents,
            IncludeCharts = asked.IncludeCharts ?? defaults.IncludeCharts,
            IncludeMetadata = asked.IncludeMetadata ?? defaults.IncludeMetadata,
            Classification = asked.Classification,
            Theme = theme,
        };
        return format == "pdf" ? Pdf(options, asked) : options;
    }

    private static PdfExportOptions Pdf(ExportOptions options, ExportFormatOptions asked) => new(options)
    {
        PageSize = asked.PageSize switch
        {
            null or PageSize.Letter => PaperSize.Letter,
            PageSize.A4 => PaperSize.A4,
            PageSize.Legal => PaperSize.Legal,
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked.PageSize, null),
        },
        Landscape = asked.Orientation == PageOrientation.Landscape,
        SectionsOnNewPages = asked.SectionStart == SectionStart.NewPage,
        Watermark = asked.Watermark,
        Password = asked.Password,
        Rights = asked.Permissions is { } permissions ? permissions.Aggregate(PdfRights.None, (rights, permission) => rights | Right(permission)) : null,
        PdfA = asked.PdfA ?? false,
        AttachData = asked.AttachData ?? false,
    };

    private static PdfRights Right(ReaderPermission permission) => permission switch
    {
        ReaderPermission.Print => PdfRights.Print,
        ReaderPermission.Copy => PdfRights.Copy,
        ReaderPermission.Modify => PdfRights.Modify,
        ReaderPermission.Annotate => PdfRights.Annotate,
        ReaderPermission.Assemble => PdfRights.Assemble,
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, null),
    };
}
