using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Performance (100 minus the violation rate) of the first three baseline periods against the last three.</summary>
/// <param name="Model">Null for all targets together.</param>
/// <param name="Drop">Older minus recent performance, in points; negative when it improved.</param>
/// <param name="Severity">Medium or high; null when nothing degrades or data is insufficient.</param>
internal sealed record Degradation(
    string? Model,
    TrendStatus Status,
    int PeriodsWithData,
    int PeriodsNeeded,
    decimal? OlderPerformance,
    decimal? RecentPerformance,
    decimal? Drop,
    RiskLevel? Severity,
    ImmutableArray<string> Advice);
