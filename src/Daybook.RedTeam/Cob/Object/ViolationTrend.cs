namespace Daybook.RedTeam;

/// <summary>Result of R13. All figures are null with <see cref="TrendStatus.InsufficientData"/>, except the current rate.</summary>
/// <param name="Velocity">Newest period's rate minus the one before it, in percentage points per period.</param>
/// <param name="ChangePercentage">Recent against older, as text (R5).</param>
/// <param name="ChangePoints">Recent minus older, in percentage points.</param>
/// <param name="Confidence">0–100: 15 per period with data.</param>
/// <param name="CurrentRate">Violation rate of the reported period, in percent; null when not assessed.</param>
/// <param name="CurrentVsRecent">Current minus recent, in percentage points.</param>
internal sealed record ViolationTrend(
    TrendStatus Status,
    int PeriodsWithData,
    int PeriodsNeeded,
    TrendDirection? Direction,
    decimal? RecentRate,
    decimal? OlderRate,
    decimal? Velocity,
    string? ChangePercentage,
    decimal? ChangePoints,
    decimal? Confidence,
    decimal? CurrentRate,
    decimal? CurrentVsRecent,
    RiskLevel? AlertLevel);
