using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>One self-contained page: no script, nothing fetched, charts inline; for screens of any width, by day, by night and on paper.</summary>
public sealed class HtmlExporter : IDocumentExporter
{
    public string Format => "html";

    public string FileExtension => ".html";

    public string MediaType => "text/html; charset=utf-8";

    public async Task<ImmutableArray<ExportNote>> ExportAsync(ReportDocument document, ExportOptions options, Stream output, CancellationToken cancellationToken)
    {
        var writer = new HtmlWriter();
        var page = new HtmlPage(writer, document, options);
        page.Begin();
        foreach (var section in document.Sections)
        {
            page.Section(section);
            await output.WriteAsync(writer.Written, cancellationToken).ConfigureAwait(false);
            writer.Clear();
        }

        page.End();
        await output.WriteAsync(writer.Written, cancellationToken).ConfigureAwait(false);
        return [];
    }
}
