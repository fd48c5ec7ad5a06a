namespace Daybook.RedTeam;

/// <summary>Result of R19: a trend that fired.</summary>
/// <param name="Type"><c>degradation</c>, <c>anomaly</c>, <c>violation</c> or <c>performance</c>.</param>
/// <param name="Score">0–100.</param>
/// <param name="Action">What to do first.</param>
internal sealed record PriorityTrend(string Type, string Title, decimal Score, string Action);
