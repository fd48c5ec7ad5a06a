using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>The last record of a newer log: garak's own summary. Its texts, tags and grades are used; its figures are only compared.</summary>
internal sealed class Digest
{
    private const string Summary = "_summary";

    private readonly Dictionary<(string Probe, string Detector), DigestResult> _results = [];
    private readonly List<DigestGroup> _groups = [];

    public ImmutableArray<DigestGroup> Groups => [.. _groups];

    public DigestResult? Result(string probe, string detector) => _results.GetValueOrDefault((probe, detector));

    /// <summary>Of several digests the last one counts.</summary>
    /// <param name="catalog">Takes the descriptions, tags and tiers.</param>
    public void Read(Utf8JsonReader reader, NamePool probeNames, NamePool detectorNames, PluginCatalog catalog)
    {
        _groups.Clear();
        foreach (var (groupKey, group) in JsonTree.Read(ref reader).Members)
        {
            _groups.Add(ReadGroup(groupKey, group[Summary]));
            foreach (var (probeKey, probe) in group.Members.Where(member => member.Key != Summary))
            {
                catalog.AddProbe(probeKey, ProbeFacts(probe[Summary]));
                foreach (var (detectorKey, detector) in probe.Members.Where(member => member.Key != Summary))
                {
                    var description = HtmlText.Unescape(detector["detector_descr"].Text);
                    catalog.AddDetector(detectorKey, PluginFacts.None with { Description = description });
                    _results[(probeNames.Get(probeKey).Text, detectorNames.Get(detectorKey).Text)] = ReadResult(detector);
                }
            }
        }
    }

    private static DigestGroup ReadGroup(string key, JsonTree summary) => new(
        key,
        summary["group"].Text ?? key,
        summary["score"].Number,
        Grade(summary["group_defcon"]),
        HtmlText.Strip(summary["doc"].Text),
        summary["group_link"].Text,
        summary["group_aggregation_function"].Text);

    private static PluginFacts ProbeFacts(JsonTree summary) => new(
        HtmlText.Unescape(summary["probe_descr"].Text),
        PluginCatalog.Tags(summary["probe_tags"]),
        (int?)summary["probe_tier"].Number,
        null);

    private static DigestResult ReadResult(JsonTree detector) => new(
        detector["absolute_score"].Number,
        Grade(detector["absolute_defcon"]),
        detector["relative_score"].Number ?? detector["zscore"].Number,
        Grade(detector["relative_defcon"]) ?? Grade(detector["zscore_defcon"]),
        Grade(detector["detector_defcon"]),
        (long?)detector["passed"].Number,
        (long?)detector["total_evaluated"].Number);

    private static int? Grade(JsonTree value) => value.Number is >= 1 and <= 5 and var grade ? (int)grade : null;
}
