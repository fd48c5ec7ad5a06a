using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R14: number of tests and success rate, second half of the series against the first (the middle one belongs to the second).</summary>
internal static class PerformanceTrendRule
{
    public const int PeriodsNeeded = 3;

    /// <param name="series">Oldest first (R12).</param>
    public static PerformanceTrend Of(ImmutableArray<SeriesPoint> series)
    {
        var periods = series.Select(point => point.Counts).OfType<Counts>().ToArray();
        if (periods.Length < PeriodsNeeded)
            return new PerformanceTrend(TrendStatus.InsufficientData, periods.Length, PeriodsNeeded, null, null, null);

        var half = periods.Length / 2;
        var first = Counts.Sum(periods[..half]);
        var second = Counts.Sum(periods[half..]);
        var olderTests = (decimal)first.Tests / half;
        var recentTests = (decimal)second.Tests / (periods.Length - half);
        var olderSuccess = first.SuccessRate!.Value;
        var recentSuccess = second.SuccessRate!.Value;
        return new PerformanceTrend(
            TrendStatus.Computed,
            periods.Length,
            PeriodsNeeded,
            new SimpleTrend(Direction(recentTests, olderTests), olderTests, recentTests, ChangeText.OfCount(recentTests, olderTests)),
            new SimpleTrend(Direction(recentSuccess, olderSuccess), olderSuccess, recentSuccess, ChangeText.OfRate(recentSuccess, olderSuccess)),
            Score(periods));
    }

    private static TrendDirection Direction(decimal recent, decimal older) =>
        recent > older * 1.05m ? TrendDirection.Increasing
        : recent < older * 0.95m ? TrendDirection.Decreasing
        : TrendDirection.Stable;

    private static decimal Score(Counts[] periods)
    {
        var success = Counts.Sum(periods).SuccessRate!.Value;
        var successDeviation = StandardDeviation([.. periods.Select(period => period.SuccessRate!.Value)]);
        var tests = periods.Select(period => (decimal)period.Tests).ToArray();
        return 0.5m * Clamp(success)
            + 0.3m * Clamp(100m - 10m * successDeviation)
            + 0.2m * Clamp(100m - 100m * StandardDeviation(tests) / tests.Average());
    }

    private static decimal Clamp(decimal value) => Math.Clamp(value, 0m, 100m);

    /// <summary>Population standard deviation.</summary>
    private static decimal StandardDeviation(decimal[] values)
    {
        var mean = values.Average();
        var variance = values.Average(value => (value - mean) * (value - mean));
        return (decimal)Math.Sqrt((double)variance);
    }
}
