namespace Daybook.RedTeam;

/// <summary>Result of R14. All figures are null with <see cref="TrendStatus.InsufficientData"/>.</summary>
/// <param name="PerformanceScore">0–100: level and steadiness of the scoring, see R14.</param>
internal sealed record PerformanceTrend(
    TrendStatus Status, int PeriodsWithData, int PeriodsNeeded, SimpleTrend? Tests, SimpleTrend? SuccessRate, decimal? PerformanceScore);
