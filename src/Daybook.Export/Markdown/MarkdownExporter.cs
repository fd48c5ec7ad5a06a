using System.Collections.Immutable;
using System.Text;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>GitHub Flavored Markdown: the native text form of a report.</summary>
internal sealed class MarkdownExporter : IDocumentExporter
{
    public string Format => "markdown";

    public string FileExtension => ".md";

    public string MediaType => "text/markdown; charset=utf-8";

    public async Task<ImmutableArray<ExportNote>> ExportAsync(ReportDocument document, ExportOptions options, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(Text(document, options)), cancellationToken).ConfigureAwait(false);
        return [];
    }

    internal static string Text(ReportDocument document, ExportOptions options)
    {
        var text = new StringBuilder();
        var metadata = document.Metadata;
        var blocks = new MarkdownBlocks(1, options);
        new MarkdownBlocks(0, options).Visit(new Heading(1, [new TextInline(metadata.Title)]), text);
        foreach (var (name, value) in MetadataLines.Cover(metadata, options))
            text.Append("**").Append(name).Append(":** ").Append(MarkdownInlines.OfLine(value)).Append("\\\n");
        text.Length -= 2;
        text.Append("\n\n");
        foreach (var section in document.Sections)
            blocks.Visit(section, text);
        if (options.IncludeMetadata)
        {
            text.Append("---\n\n");
            foreach (var (name, value) in MetadataLines.Origin(metadata))
                text.Append("- ").Append(name).Append(": ").Append(MarkdownInlines.OfLine(value)).Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
