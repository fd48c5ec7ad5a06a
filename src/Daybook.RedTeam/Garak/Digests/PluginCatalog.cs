using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>The descriptions, tags and tiers of the plugins of one run, from its <c>plugin_cache</c> records and its digest.</summary>
internal sealed class PluginCatalog(NamePool probeNames, NamePool detectorNames)
{
    private readonly Dictionary<string, PluginFacts> _probes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PluginFacts> _detectors = new(StringComparer.Ordinal);

    public PluginFacts Probe(string name) => _probes.GetValueOrDefault(name, PluginFacts.None);

    public PluginFacts Detector(string name) => _detectors.GetValueOrDefault(name, PluginFacts.None);

    public void AddProbe(string name, PluginFacts facts) => _probes[probeNames.Get(name).Text] = Probe(probeNames.Get(name).Text).Or(facts);

    public void AddDetector(string name, PluginFacts facts) =>
        _detectors[detectorNames.Get(name).Text] = Detector(detectorNames.Get(name).Text).Or(facts);

    /// <summary>A run may write several such records; they add up.</summary>
    public void ReadCache(Utf8JsonReader reader)
    {
        var cache = JsonTree.Read(ref reader);
        foreach (var (name, plugin) in cache["probes"].Members)
            AddProbe(name, Facts(plugin));
        foreach (var (name, plugin) in cache["detectors"].Members)
            AddDetector(name, Facts(plugin));
    }

    public static ImmutableArray<string> Tags(JsonTree tags) =>
        [.. tags.Items.Select(tag => tag.Text).OfType<string>().Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal)];

    private PluginFacts Facts(JsonTree plugin) => new(
        plugin["description"].Text is { Length: > 0 } description ? description : null,
        Tags(plugin["tags"]),
        (int?)plugin["tier"].Number,
        plugin["primary_detector"].Text is { Length: > 0 } primary ? detectorNames.Get(primary).Text : null);
}
