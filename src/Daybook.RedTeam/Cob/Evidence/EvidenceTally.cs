using System.Collections.Immutable;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>
/// What is kept of the findings of the reported period while they arrive one by one: matches of patterns, techniques, categories, and the
/// gravest findings in full. Their texts are not kept.
/// </summary>
internal sealed class EvidenceTally(CobSettings settings)
{
    private readonly ImmutableArray<PatternTally> _patterns = [.. settings.Patterns.Select(pattern => new PatternTally(pattern))];
    private readonly TopList<Finding> _gravest = new(settings.EvidenceLimit, FindingOrder.GravestFirst);
    private readonly Dictionary<Technique, long> _techniques = [];

    public Tally<string> ByCategory { get; } = new();

    /// <summary>Critical and high findings seen.</summary>
    public long Grave { get; private set; }

    /// <summary>Of these, how many have neither prompt nor response nor rationale.</summary>
    public long WithoutText { get; private set; }

    public long RationaleOnly { get; private set; }

    public long Cut { get; private set; }

    public IEnumerable<Finding> Gravest => _gravest.Items;

    public void Add(Finding finding)
    {
        if (!string.IsNullOrEmpty(finding.Category))
            ByCategory.Add(finding.Category, Counts.Of(finding));
        if (!finding.Assessed || finding.Severity is not (FindingSeverity.Critical or FindingSeverity.High))
            return;

        Grave++;
        _gravest.Offer(finding);
        var technique = TaxonomyRule.Of(finding.Scorer, finding.Rationale);
        _techniques[technique] = _techniques.GetValueOrDefault(technique) + 1;
        AddText(finding);
    }

    public ImmutableArray<ThreatPattern> Patterns(DateTimeZone zone, Redactor redactor) =>
    [
        .. _patterns
            .Select(pattern => pattern.Build(zone, redactor))
            .OfType<ThreatPattern>()
            .OrderByDescending(pattern => pattern.RiskScore)
            .ThenByDescending(pattern => pattern.Occurrences)
            .ThenBy(pattern => pattern.PatternName, StringComparer.Ordinal),
    ];

    public ImmutableArray<TaxonomyEntry> Taxonomy() =>
    [
        .. _techniques
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key.Id, StringComparer.Ordinal)
            .Select(entry => new TaxonomyEntry(entry.Key.TacticId, entry.Key.Tactic, entry.Key.Id, entry.Key.Name, entry.Value)),
    ];

    private void AddText(Finding finding)
    {
        var text = EvidenceText.Of(finding);
        if (text is null)
        {
            WithoutText++;
            return;
        }

        if (EvidenceText.IsRationaleOnly(finding))
            RationaleOnly++;
        if (EvidenceText.IsCut(finding))
            Cut++;
        foreach (var pattern in _patterns)
            pattern.Offer(text, finding);
    }
}
