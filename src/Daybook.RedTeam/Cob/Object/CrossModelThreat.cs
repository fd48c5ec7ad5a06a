using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R7: one scorer found something on several named targets.</summary>
/// <param name="Findings">Critical and high findings on named targets.</param>
/// <param name="Severity">Mean weight of the findings: critical 10, high 5.</param>
internal sealed record CrossModelThreat(
    string Scorer,
    string ThreatType,
    ImmutableArray<string> Models,
    long Findings,
    long CriticalCount,
    long HighCount,
    decimal Severity,
    ImmutableArray<string> Advice);
