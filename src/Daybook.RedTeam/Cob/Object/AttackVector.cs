namespace Daybook.RedTeam;

/// <summary>Result of R9: one scorer on one target with repeated findings at the end of the period.</summary>
/// <param name="Model">Null for a target without a name.</param>
/// <param name="Status"><c>new</c> when the baseline week has data and none of these findings; otherwise <c>active</c>.</param>
/// <param name="NoveltyScore">0–100: 20 per finding.</param>
internal sealed record AttackVector(string Scorer, string? Model, long Findings, string Status, decimal NoveltyScore, RiskLevel RiskLevel);
