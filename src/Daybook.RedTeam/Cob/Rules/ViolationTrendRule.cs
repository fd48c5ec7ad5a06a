using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R13: the newest three baseline periods against the rest, pooled, with the current period apart.</summary>
internal static class ViolationTrendRule
{
    public const int PeriodsNeeded = 4;

    private const int RecentPeriods = 3;

    /// <param name="series">Oldest first (R12).</param>
    public static ViolationTrend Of(ImmutableArray<SeriesPoint> series, Counts now)
    {
        var periods = series.Select(point => point.Counts).OfType<Counts>().Where(counts => counts.Scored > 0).ToArray();
        var current = now.ViolationRate;
        if (periods.Length < PeriodsNeeded)
        {
            return new ViolationTrend(
                TrendStatus.InsufficientData, periods.Length, PeriodsNeeded, null, null, null, null, null, null, null, current, null, null);
        }

        var recent = Counts.Sum(periods[^RecentPeriods..]).ViolationRate!.Value;
        var older = Counts.Sum(periods[..^RecentPeriods]).ViolationRate!.Value;
        var velocity = periods[^1].ViolationRate!.Value - periods[^2].ViolationRate!.Value;
        var direction = Direction(recent, older);
        return new ViolationTrend(
            TrendStatus.Computed,
            periods.Length,
            PeriodsNeeded,
            direction,
            recent,
            older,
            velocity,
            ChangeText.OfCount(recent, older),
            recent - older,
            Math.Min(15m * periods.Length, 100m),
            current,
            current - recent,
            Alert(direction, velocity, current));
    }

    private static TrendDirection Direction(decimal recent, decimal older) =>
        recent > older * 1.1m ? TrendDirection.Increasing
        : recent < older * 0.9m ? TrendDirection.Decreasing
        : TrendDirection.Stable;

    private static RiskLevel Alert(TrendDirection direction, decimal velocity, decimal? current) =>
        (direction == TrendDirection.Increasing && velocity > 5m) || current > 50m ? RiskLevel.High
        : direction == TrendDirection.Increasing && velocity > 2m ? RiskLevel.Medium
        : RiskLevel.Low;
}
