using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R18: up to five sentences on what the trends say.</summary>
internal static class InsightRule
{
    private const int Limit = 5;

    public static ImmutableArray<string> Of(
        ViolationTrend violations, PerformanceTrend performance, DegradationTrend degradation, AnomalyDetection anomalies) =>
        [.. All(violations, performance, degradation, anomalies).Take(Limit)];

    private static IEnumerable<string> All(
        ViolationTrend violations, PerformanceTrend performance, DegradationTrend degradation, AnomalyDetection anomalies)
    {
        if (violations.Direction == TrendDirection.Increasing)
        {
            yield return $"Violations are rising: {Figure.Percent(violations.RecentRate!.Value)} in the last three periods, "
                + $"{Figure.Percent(violations.OlderRate!.Value)} before ({violations.ChangePercentage})";
        }

        if (performance.SuccessRate is { Direction: TrendDirection.Decreasing } success)
            yield return $"Fewer tests give a usable score: {Figure.Percent(success.Recent)} after {Figure.Percent(success.Older)}";

        if (degradation.DegradingModels > 0)
        {
            var names = degradation.Models.Where(model => model.Severity is not null).Select(model => model.Model);
            yield return $"{Figure.Count(degradation.DegradingModels, "target is", "targets are")} degrading: {string.Join(", ", names)}";
        }

        foreach (var anomaly in anomalies.Anomalies.Where(anomaly => anomaly.Severity == RiskLevel.High))
            yield return anomaly.Description;
    }
}
