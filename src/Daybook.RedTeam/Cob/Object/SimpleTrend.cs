namespace Daybook.RedTeam;

/// <summary>The second half of a series against the first.</summary>
/// <param name="Older">Mean of counts, or pooled rate, of the first half.</param>
/// <param name="Recent">The same of the second half.</param>
internal sealed record SimpleTrend(TrendDirection Direction, decimal Older, decimal Recent, string Change);
