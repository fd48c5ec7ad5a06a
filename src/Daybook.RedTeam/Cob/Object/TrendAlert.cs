namespace Daybook.RedTeam;

/// <summary>Result of R20.</summary>
/// <param name="Urgency">A label; the urgency of an escalation is a number, and the two are never compared.</param>
internal sealed record TrendAlert(string Title, RiskLevel Urgency, string Description);
