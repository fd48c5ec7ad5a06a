using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Sources;

/// <param name="Name">Lower-case letters, digits, _ and -; templates write it after the kind.</param>
/// <param name="Settings">What the kind is set up with.</param>
/// <param name="Secrets">Headers whose values are kept sealed and never shown again.</param>
internal sealed record NewSourceRequest(string? Name, string? Kind, string? Description = null, JsonElement? Settings = null, ImmutableSortedDictionary<string, string>? Secrets = null);

/// <summary>Only what is sent changes. Name and kind never do: templates name them.</summary>
/// <param name="Secrets">New values by name; a null removes one, others stay.</param>
internal sealed record SourceChange(string? Description = null, JsonElement? Settings = null, ImmutableSortedDictionary<string, string?>? Secrets = null);

/// <param name="Source">What templates write after <c>source:</c>.</param>
/// <param name="Secrets">Their names only.</param>
internal sealed record SourceContract(
    Guid Id,
    string Name,
    string Kind,
    string Source,
    string? Description,
    JsonElement Settings,
    ImmutableArray<string> Secrets,
    string? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LastTestedAt,
    bool? LastTestSucceeded,
    string? LastTestMessage)
{
    public static SourceContract Of(ConfiguredSource source) => new(
        source.Id.Value,
        source.Name,
        source.Kind,
        source.Word,
        source.Description,
        JsonElement.Parse(source.Settings.Text),
        [.. JsonSerializer.Deserialize(source.SecretNames.Text, SourcesJson.Default.StringArray)!],
        source.CreatedBy,
        source.CreatedAt,
        source.UpdatedAt,
        source.LastTestedAt,
        source.LastTestSucceeded,
        source.LastTestMessage);
}

internal sealed record SourceSavedContract(Guid Id, string Message);

/// <param name="Dataset">The keys of a dataset of the source, such as <c>path</c>; null looks at the source as such.</param>
internal sealed record SourceTestRequest(JsonElement? Dataset = null);

internal sealed record SourceUserContract(Guid TemplateId, string Name, string Version);

/// <param name="Templates">Those the caller may read.</param>
/// <param name="Others">How many more there are.</param>
internal sealed record SourceUsageContract(ImmutableArray<SourceUserContract> Templates, int Others);
