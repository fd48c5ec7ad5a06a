namespace Daybook.RedTeam;

/// <summary>Result of R11. Everything is null when nothing was assessed.</summary>
/// <param name="OverallRiskLevel">The only risk label of a report.</param>
/// <param name="CompositeRiskScore">0–100.</param>
/// <param name="RiskScore">0–10.</param>
/// <param name="ViolationLevel">The label of the violation rate alone.</param>
/// <param name="ComplianceScore">100 minus the violation rate.</param>
/// <param name="DefenseRating">100 minus the attack success rate.</param>
internal sealed record RiskAssessment(
    RiskLevel? OverallRiskLevel,
    decimal? CompositeRiskScore,
    decimal? RiskScore,
    RiskLevel? ViolationLevel,
    decimal? ComplianceScore,
    decimal? DefenseRating);
