using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R7: scorers with critical or high findings on at least two named targets, the gravest first.</summary>
internal static class CrossModelRule
{
    private const decimal CriticalWeight = 10m;
    private const decimal HighWeight = 5m;

    public static ImmutableArray<CrossModelThreat> Of(IEnumerable<KeyValuePair<ScorerOnModel, Counts>> counts) =>
    [
        .. counts
            .Where(entry => entry.Key.Model.IsNamed && entry.Value.CriticalAndHigh > 0)
            .GroupBy(entry => entry.Key.Scorer)
            .Where(group => group.Count() >= 2)
            .Select(group => Of(group.Key, [.. group]))
            .OrderByDescending(threat => threat.Severity)
            .ThenByDescending(threat => threat.Findings)
            .ThenBy(threat => threat.Scorer, StringComparer.Ordinal),
    ];

    private static CrossModelThreat Of(string scorer, KeyValuePair<ScorerOnModel, Counts>[] entries)
    {
        var sum = Counts.Sum(entries.Select(entry => entry.Value));
        var type = ThreatType(scorer);
        return new CrossModelThreat(
            scorer,
            type,
            [.. entries.Select(entry => entry.Key.Model.Name!).Order(StringComparer.Ordinal)],
            sum.CriticalAndHigh,
            sum.Critical,
            sum.High,
            (CriticalWeight * sum.Critical + HighWeight * sum.High) / sum.CriticalAndHigh,
            Advice(type, entries.Length));
    }

    private static string ThreatType(string scorer) =>
        Contains(scorer, "injection") ? "Injection Attack"
        : Contains(scorer, "privilege") || Contains(scorer, "escalation") ? "Privilege Escalation"
        : Contains(scorer, "data") || Contains(scorer, "leak") ? "Data Extraction"
        : Contains(scorer, "bypass") || Contains(scorer, "jailbreak") ? "Safety Bypass"
        : "Generic Threat";

    private static ImmutableArray<string> Advice(string type, int models)
    {
        var advice = ImmutableArray.CreateBuilder<string>();
        if (models >= 3)
            advice.Add("Protect all targets centrally instead of one by one.");
        advice.Add("Review the scorer for false positives.");
        advice.Add("Coordinate the owners of the targets.");
        if (type == "Injection Attack")
            advice.Add("Make the input checks stricter.");
        return advice.ToImmutable();
    }

    private static bool Contains(string scorer, string word) => scorer.Contains(word, StringComparison.OrdinalIgnoreCase);
}
