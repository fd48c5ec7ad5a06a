using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R19: the three most pressing trends among those that fired. A trend that shows nothing is never listed.</summary>
/// <remarks>Seasonal patterns weigh 40 and carry neither alert nor severity, so they never pass the bound of 50.</remarks>
internal static class PriorityTrendRule
{
    private const int Limit = 3;
    private const decimal ReportedAbove = 50m;
    private const decimal ForHighAlert = 20m;
    private const decimal ForHighSeverity = 15m;

    public static ImmutableArray<PriorityTrend> Of(
        ViolationTrend violations, PerformanceTrend performance, DegradationTrend degradation, AnomalyDetection anomalies)
    {
        // In order of their weights, which decides ties.
        var fired = new[] { Degradation(degradation), Anomaly(anomalies), Violation(violations), Performance(performance) };
        return [.. fired.OfType<PriorityTrend>().Where(trend => trend.Score > ReportedAbove).OrderByDescending(trend => trend.Score).Take(Limit)];
    }

    private static PriorityTrend? Degradation(DegradationTrend degradation)
    {
        if (degradation.Severity is not { } severity)
            return null;

        var gravest = degradation.Models.Append(degradation.Overall).First(part => part.Severity == severity);
        return new PriorityTrend(
            "degradation",
            "Target degradation",
            Score(90m, false, severity == RiskLevel.High),
            $"{gravest.Model ?? "All targets"}: {gravest.Advice[0]}");
    }

    private static PriorityTrend? Anomaly(AnomalyDetection anomalies) =>
        anomalies.Anomalies.IsEmpty
            ? null
            : new PriorityTrend(
                "anomaly",
                "Operational anomaly",
                Score(85m, false, anomalies.Attention),
                $"Look into it: {anomalies.Anomalies.MaxBy(anomaly => anomaly.Severity)!.Description}.");

    private static PriorityTrend? Violation(ViolationTrend violations) =>
        violations.Direction == TrendDirection.Increasing || violations.AlertLevel == RiskLevel.High
            ? new PriorityTrend(
                "violation",
                "Violation rate",
                Score(80m, violations.AlertLevel == RiskLevel.High, false),
                "Find out which target and which probe the additional violations come from.")
            : null;

    private static PriorityTrend? Performance(PerformanceTrend performance) =>
        performance.SuccessRate?.Direction == TrendDirection.Decreasing
            ? new PriorityTrend(
                "performance", "Scoring", Score(70m, false, false), "Find out why more tests end without a usable score.")
            : null;

    private static decimal Score(decimal weight, bool highAlert, bool highSeverity) =>
        Math.Min(weight + (highAlert ? ForHighAlert : 0m) + (highSeverity ? ForHighSeverity : 0m), 100m);
}
