using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R17: what stands out against the baseline week. Fires on evidence only: scored tests now and at least three periods before.</summary>
internal static class AnomalyRule
{
    public const int PeriodsNeeded = 3;

    /// <param name="series">The baseline (R12).</param>
    public static AnomalyDetection Of(ImmutableArray<SeriesPoint> series, Counts now)
    {
        var periods = series.Select(point => point.Counts).OfType<Counts>().ToArray();
        if (now.Scored == 0 || periods.Length < PeriodsNeeded)
            return new AnomalyDetection(TrendStatus.InsufficientData, periods.Length, PeriodsNeeded, [], null, false);

        var week = Counts.Sum(periods);
        ImmutableArray<Anomaly> anomalies =
            [.. new[] { Violations(now, week), Volume(now, week, periods.Length), Success(now) }.OfType<Anomaly>()];
        return new AnomalyDetection(
            TrendStatus.Computed,
            periods.Length,
            PeriodsNeeded,
            anomalies,
            Math.Min(25m * anomalies.Length, 100m),
            anomalies.Any(anomaly => anomaly.Severity == RiskLevel.High));
    }

    private static Anomaly? Violations(Counts now, Counts week)
    {
        if (week.ViolationRate is not { } baseline)
            return null;

        var current = now.ViolationRate!.Value;
        if (baseline == 0m)
        {
            return current == 0m
                ? null
                : new Anomaly(
                    "new_violations",
                    RiskLevel.Medium,
                    current,
                    baseline,
                    null,
                    $"Violation rate {Figure.Percent(current)} after a week without any critical or high finding");
        }

        return current > 2m * baseline
            ? new Anomaly(
                "violation_spike",
                RiskLevel.High,
                current,
                baseline,
                current / baseline,
                $"Violation rate {Figure.Percent(current)}, {Figure.OneDecimal(current / baseline)} times the week's {Figure.Percent(baseline)}")
            : null;
    }

    private static Anomaly? Volume(Counts now, Counts week, int periods)
    {
        var mean = (decimal)week.Tests / periods;
        return now.Tests < 0.5m * mean
            ? new Anomaly(
                "low_test_volume",
                RiskLevel.Medium,
                now.Tests,
                mean,
                null,
                $"{Figure.Whole(now.Tests)} tests, less than half of the week's mean of {Figure.OneDecimal(mean)}")
            : null;
    }

    private static Anomaly? Success(Counts now) =>
        now.SuccessRate < 90m
            ? new Anomaly(
                "low_success_rate",
                RiskLevel.High,
                now.SuccessRate.Value,
                null,
                null,
                $"Only {Figure.Percent(now.SuccessRate.Value)} of the tests gave a usable score (expected at least 90%)")
            : null;
}
