using System.Collections.Immutable;

namespace Daybook.RedTeam;

internal sealed record TrendAnalysis(
    ViolationTrend ViolationTrends,
    PerformanceTrend PerformanceTrends,
    DegradationTrend ModelDegradation,
    SeasonalPatterns SeasonalPatterns,
    AnomalyDetection AnomalyDetection,
    ImmutableArray<string> CompositeInsights,
    ImmutableArray<PriorityTrend> PriorityTrends,
    ImmutableArray<TrendAlert> TrendAlerts);
