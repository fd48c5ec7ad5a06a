using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Writes a template in its normal form: keys in the order of the reference, blocks in the order they are rendered, defaults left out.</summary>
public static class TemplateWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n", MaxDepth = 256 };

    /// <summary>JSON with an indent of 2 and a newline at the end.</summary>
    public static string ToJson(ReportTemplate template)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
            Write(new TemplateJson(writer), template);
        stream.WriteByte((byte)'\n');
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>YAML with texts of several lines as literal blocks.</summary>
    public static string ToYaml(ReportTemplate template)
    {
        using var document = JsonDocument.Parse(ToJson(template), new JsonDocumentOptions { MaxDepth = 256 });
        return YamlText.Of(document.RootElement);
    }

    private static void Write(TemplateJson json, ReportTemplate template) =>
        json.Object(() =>
        {
            json.Object("metadata", () => WriteMetadata(json, template.Metadata));
            if (!template.Parameters.IsEmpty)
                json.Object("parameters", () => json.Each(template.Parameters, parameter => json.Object(parameter.Name, () => ParameterJson.Write(json, parameter))));
            if (!template.Datasets.IsEmpty)
                json.Object("datasets", () => json.Each(template.Datasets, dataset => json.Object(dataset.Name, () => DatasetJson.Write(json, dataset))));
            json.List("blocks", template.Blocks, block => json.Object(() => BlockJson.Write(json, block)));
            if (!template.ExportConfig.Formats.IsEmpty || !template.ExportConfig.Options.IsEmpty)
                json.Object("export_config", () => WriteExport(json, template.ExportConfig));
        });

    private static void WriteMetadata(TemplateJson json, TemplateMetadata metadata)
    {
        json.Text("id", metadata.Id);
        json.Text("name", metadata.Name);
        json.Text("version", metadata.Version);
        json.Text("title", metadata.Title);
        json.Text("subtitle", metadata.Subtitle);
        json.Text("author", metadata.Author);
        json.Text("description", metadata.Description);
        json.Time("created_at", metadata.CreatedAt);
        json.Time("updated_at", metadata.UpdatedAt);
        json.Texts("tags", metadata.Tags);
        if (metadata.Permissions != TemplateMetadata.DefaultPermissions)
            json.Object("permissions", () => json.Each(metadata.Permissions, right => json.List(right.Key, right.Value, json.Item)));
    }

    private static void WriteExport(TemplateJson json, ExportConfig config)
    {
        json.Texts("formats", config.Formats);
        json.Text("file_name", config.FileName?.Text);
        json.Each(config.Options, format => json.Object(format.Key, () => ExportOptionJson.Write(json, format.Value)));
    }
}
