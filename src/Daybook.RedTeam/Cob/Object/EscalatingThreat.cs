namespace Daybook.RedTeam;

/// <summary>Result of R8.</summary>
/// <param name="RecentFindings">Critical and high findings in the last six hours of the period.</param>
/// <param name="EarlierFindings">The same of the six hours before.</param>
/// <param name="EscalationRate">Recent over earlier, with at least one taken as divisor.</param>
/// <param name="UrgencyLevel">A number from 0 to 100, never compared with the label of an alert.</param>
internal sealed record EscalatingThreat(
    string Description, long RecentFindings, long EarlierFindings, decimal EscalationRate, decimal UrgencyLevel);
