using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Composition;
using Daybook.Storage;

namespace Daybook.Templates;

/// <summary>A template that was read without errors, as it goes into the database.</summary>
/// <param name="Config">Its normal form as JSON.</param>
/// <param name="Grants">Right and principal, one of each a row.</param>
internal sealed record TemplateContent(
    string Name,
    string Version,
    string? Author,
    string? Description,
    Json Metadata,
    Json Config,
    Json Permissions,
    ImmutableArray<(string Right, string Principal)> Grants)
{
    /// <summary>The configured sources that its datasets name, as kind and name.</summary>
    public ImmutableArray<(string Kind, string Name)> Sources { get; init; } = [];

    /// <summary>What permissions may grant: reading, changing, and reading every report made from the template.</summary>
    public static readonly ImmutableArray<string> Rights = ["read", "write", "reports"];

    public static TemplateContent Of(ReportTemplate template)
    {
        var config = TemplateWriter.ToJson(template);
        using var json = JsonDocument.Parse(config, new JsonDocumentOptions { MaxDepth = 256 });
        var metadata = template.Metadata;
        return new TemplateContent(
            metadata.Name,
            metadata.Version,
            metadata.Author,
            metadata.Description,
            new Json(json.RootElement.GetProperty("metadata").GetRawText()),
            new Json(config),
            new Json(JsonSerializer.Serialize(metadata.Permissions, TemplatesJson.Default.ImmutableSortedDictionaryStringImmutableArrayString)),
            [.. metadata.Permissions.SelectMany(right => right.Value.Distinct().Select(principal => (right.Key, principal)))])
        {
            Sources = [.. template.Datasets.Where(dataset => dataset.Connection is not null).Select(dataset => (dataset.Kind, dataset.Connection!)).Distinct()],
        };
    }
}
