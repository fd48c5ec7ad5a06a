using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The guide's rendered report (<c>metadata, parameters, blocks, rendered_at</c>) with the whole document beside it.</summary>
internal sealed class JsonExporter : IDocumentExporter
{
    private static readonly JsonWriterOptions WriterOptions = new() { Indented = true, Encoder = JavaScriptEncoder.Default, MaxDepth = 1000 };

    public string Format => "json";

    public string FileExtension => ".json";

    public string MediaType => "application/json";

    public async Task<ImmutableArray<ExportNote>> ExportAsync(ReportDocument document, ExportOptions options, Stream output, CancellationToken cancellationToken)
    {
        var writer = new Utf8JsonWriter(output, WriterOptions);
        await using (writer.ConfigureAwait(false))
            Write(Classified(document, options), options, writer);
        return [];
    }

    private static ReportDocument Classified(ReportDocument document, ExportOptions options) => options.Classification is { } classification
        ? document with { Metadata = document.Metadata with { Classification = classification } }
        : document;

    private static void Write(ReportDocument document, ExportOptions options, Utf8JsonWriter writer)
    {
        var metadata = document.Metadata;
        writer.WriteStartObject();
        writer.WriteStartObject("metadata");
        writer.WriteString("id", metadata.TemplateId);
        writer.WriteString("name", metadata.TemplateName);
        writer.WriteString("version", metadata.TemplateVersion);
        if (metadata.TemplateAuthor is { } author)
            writer.WriteString("author", author);
        writer.WriteEndObject();
        writer.WritePropertyName("parameters");
        writer.WriteRawValue(metadata.Parameters ?? "{}");
        writer.WriteStartArray("blocks");
        var blocks = new RenderedBlockWriter(options, writer);
        foreach (var (index, section) in document.Sections.Index())
            blocks.Write(section, string.Create(CultureInfo.InvariantCulture, $"/blocks/{index}"));
        writer.WriteEndArray();
        writer.WriteString("rendered_at", metadata.GeneratedAt);
        writer.WritePropertyName("document");
        DocumentJson.Write(writer, document with { Sections = [.. document.Sections.Select(WithoutData)] });
        writer.WriteEndObject();
    }

    /// <summary>The data stands in the blocks already.</summary>
    private static Section WithoutData(Section section) =>
        section with { Data = null, Blocks = [.. section.Blocks.Select(block => block is Section inner ? WithoutData(inner) : block)] };
}
