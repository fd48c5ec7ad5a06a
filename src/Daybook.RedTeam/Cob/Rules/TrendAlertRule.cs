using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R20: what a trend asks attention for.</summary>
internal static class TrendAlertRule
{
    public static ImmutableArray<TrendAlert> Of(ViolationTrend violations, PerformanceTrend performance) =>
        [.. new[] { Security(violations), Performance(performance) }.OfType<TrendAlert>()];

    private static TrendAlert? Security(ViolationTrend violations)
    {
        if (violations.AlertLevel != RiskLevel.High)
            return null;

        var recent = $"{Figure.Percent(violations.RecentRate!.Value)} in the last three periods";
        var description = violations.CurrentRate is { } current ? $"Violation rate {Figure.Percent(current)} now, {recent}" : $"Violation rate {recent}";
        return new TrendAlert("Security degradation", RiskLevel.High, description);
    }

    private static TrendAlert? Performance(PerformanceTrend performance) =>
        performance.SuccessRate is { Direction: TrendDirection.Decreasing } success
            ? new TrendAlert(
                "Performance decline",
                RiskLevel.Medium,
                $"Usable scores fell from {Figure.Percent(success.Older)} to {Figure.Percent(success.Recent)} of the tests")
            : null;
}
