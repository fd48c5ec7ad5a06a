using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R17.</summary>
/// <param name="Score">0–100: 25 per anomaly; null with <see cref="TrendStatus.InsufficientData"/>.</param>
/// <param name="Attention">True if any anomaly is high.</param>
internal sealed record AnomalyDetection(
    TrendStatus Status, int PeriodsWithData, int PeriodsNeeded, ImmutableArray<Anomaly> Anomalies, decimal? Score, bool Attention);
