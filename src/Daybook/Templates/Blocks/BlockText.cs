using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daybook.Composition;
using Daybook.Hosting;

namespace Daybook.Templates.Blocks;

/// <summary>Reads a block by itself, as if it stood in a template, and writes it.</summary>
internal static class BlockText
{
    private const string FileName = "block.json";

    /// <returns>The block in its normal form, as JSON.</returns>
    /// <exception cref="ProblemException">The block has mistakes.</exception>
    public static string Normal(JsonElement block)
    {
        var own = JsonNode.Parse(block.GetRawText(), documentOptions: new JsonDocumentOptions { MaxDepth = ApiJson.MaxDepth })!.AsObject();
        own["order"] ??= 1;
        own["id"] ??= "block";
        var root = new JsonObject
        {
            ["metadata"] = new JsonObject { ["id"] = "library", ["name"] = "library", ["version"] = "1" },
            ["blocks"] = new JsonArray(own),
        };
        var template = TemplateInput.Require(TemplateCatalog.ReadText(root.ToJsonString(), FileName));
        return OfTemplate(template).Single();
    }

    /// <summary>As YAML, below the key <c>blocks</c>, to be copied into a template.</summary>
    public static string Yaml(JsonElement block)
    {
        var root = new JsonObject
        {
            ["metadata"] = new JsonObject { ["id"] = "library", ["name"] = "library", ["version"] = "1" },
            ["blocks"] = new JsonArray(JsonNode.Parse(block.GetRawText())),
        };
        var yaml = TemplateWriter.ToYaml(TemplateInput.Require(TemplateCatalog.ReadText(root.ToJsonString(), FileName)));
        return yaml[yaml.IndexOf("blocks:", StringComparison.Ordinal)..];
    }

    public static ImmutableArray<string> OfTemplate(ReportTemplate template)
    {
        using var json = JsonDocument.Parse(TemplateWriter.ToJson(template), new JsonDocumentOptions { MaxDepth = 256 });
        return [.. json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => block.GetRawText())];
    }
}
