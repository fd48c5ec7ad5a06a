using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>Every format there is: the one list that commands, pages and tests read.</summary>
public static class Exporters
{
    public static ImmutableArray<IDocumentExporter> All { get; } = [new HtmlExporter(), new PdfExporter(), new MarkdownExporter(), new JsonExporter()];

    /// <summary>The exporter of a format by its word (<c>html</c>, <c>markdown</c> or <c>md</c>, <c>json</c>), or null.</summary>
    public static IDocumentExporter? Find(string format) =>
        All.FirstOrDefault(e => string.Equals(e.Format, format, StringComparison.OrdinalIgnoreCase)
            || string.Equals(e.FileExtension, "." + format, StringComparison.OrdinalIgnoreCase));
}
