using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R15.</summary>
/// <param name="Overall">All targets together.</param>
/// <param name="Models">Named targets, the largest drop first; those with too few periods last.</param>
/// <param name="DegradingModels">How many of <paramref name="Models"/> have a severity.</param>
internal sealed record DegradationTrend(Degradation Overall, ImmutableArray<Degradation> Models, int DegradingModels)
{
    /// <summary>The gravest severity of any part; null when nothing degrades.</summary>
    public RiskLevel? Severity => Models.Append(Overall).Max(part => part.Severity);
}
