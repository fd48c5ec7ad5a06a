namespace Daybook.RedTeam;

/// <param name="Type"><c>violation_spike</c>, <c>new_violations</c>, <c>low_test_volume</c> or <c>low_success_rate</c>.</param>
/// <param name="Current">Rate in percent, or number of tests.</param>
/// <param name="Baseline">The same of the week; null where the rule has a fixed bound.</param>
/// <param name="Multiple">Current over baseline, for a spike; null otherwise.</param>
/// <param name="Description">One sentence with the figures.</param>
internal sealed record Anomaly(string Type, RiskLevel Severity, decimal Current, decimal? Baseline, decimal? Multiple, string Description);
