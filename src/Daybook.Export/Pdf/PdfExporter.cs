using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Export.Pdf;
using Daybook.Pdf;

namespace Daybook.Export;

/// <summary>Paged, tagged, with vector charts: PDF/UA-1, on request PDF/A, protected or with the data inside.</summary>
internal sealed class PdfExporter : IDocumentExporter
{
    private const int LongestTitle = 500;

    public string Format => "pdf";

    public string FileExtension => ".pdf";

    public string MediaType => "application/pdf";

    /// <exception cref="ExportOptionsException">The options contradict each other.</exception>
    public async Task<ImmutableArray<ExportNote>> ExportAsync(ReportDocument document, ExportOptions options, Stream output, CancellationToken cancellationToken)
    {
        var pdf = options as PdfExportOptions ?? new PdfExportOptions(options);
        if (pdf.Conflict is { } conflict)
            throw new ExportOptionsException(conflict);
        using var shaper = new TextShaper(ThemeFonts.Of(pdf.Theme));
        using var writer = new PdfWriter(output, Settings(document.Metadata, pdf));
        var notes = new PdfReport(document, pdf, writer, shaper, cancellationToken).Make();
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
        return notes;
    }

    private static PdfSettings Settings(DocumentMetadata metadata, PdfExportOptions options) => new()
    {
        Title = Line($"{(string.IsNullOrWhiteSpace(metadata.Title) ? metadata.TemplateName : metadata.Title)} · {DateText.Short(metadata)}"),
        Author = metadata.Operator ?? metadata.TemplateAuthor,
        Subject = metadata.Subtitle is { } subtitle ? Line(subtitle) : null,
        Creator = "Daybook",
        Language = metadata.Language,
        Created = metadata.GeneratedAt,
        Conformance = !options.PdfA ? PdfConformance.Ua1 : options.AttachData ? PdfConformance.Ua1AndA3a : PdfConformance.Ua1AndA2a,
        Encryption = PdfProtection.Of(options, metadata),
    };

    private static string Line(string text) => VisibleText.Cut(VisibleText.Plain(text), LongestTitle);
}
