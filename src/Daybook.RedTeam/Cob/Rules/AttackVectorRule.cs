using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R9: pairs of scorer and target with three or more critical or high findings in the last six hours of the period.</summary>
internal static class AttackVectorRule
{
    private const int ReportedFrom = 3;
    private const int HighFrom = 5;

    /// <param name="baseline">The seven periods before; a pair is new only against a baseline that has data.</param>
    public static ImmutableArray<AttackVector> Of(IEnumerable<KeyValuePair<ScorerOnModel, Counts>> lastHours, IReadOnlyCollection<PeriodTally> baseline) =>
    [
        .. lastHours
            .Where(entry => entry.Value.CriticalAndHigh >= ReportedFrom)
            .Select(entry => new AttackVector(
                entry.Key.Scorer,
                entry.Key.Model.Name,
                entry.Value.CriticalAndHigh,
                IsNew(entry.Key, baseline) ? "new" : "active",
                Math.Min(20m * entry.Value.CriticalAndHigh, 100m),
                entry.Value.CriticalAndHigh >= HighFrom ? RiskLevel.High : RiskLevel.Medium))
            .OrderByDescending(vector => vector.Status == "new")
            .ThenByDescending(vector => vector.Findings)
            .ThenBy(vector => vector.Scorer, StringComparer.Ordinal)
            .ThenBy(vector => vector.Model, StringComparer.Ordinal),
    ];

    private static bool IsNew(ScorerOnModel pair, IReadOnlyCollection<PeriodTally> baseline) =>
        baseline.Any(period => period.Total.Tests > 0)
        && baseline.All(period => period.ByScorerOnModel[pair].CriticalAndHigh == 0);
}
