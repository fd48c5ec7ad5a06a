using System.Collections.Immutable;

namespace Daybook.RedTeam;

internal sealed record ThreatFigures(
    ImmutableArray<ThreatPattern> ThreatPatterns,
    ImmutableArray<CrossModelThreat> CrossModelThreats,
    ImmutableArray<AttackVector> NewAttackVectors,
    ImmutableArray<EscalatingThreat> EscalatingThreats,
    ThreatTimeline ThreatTimeline,
    RiskAssessment RiskAssessment,
    ImmutableArray<TaxonomyEntry> Taxonomy,
    TrendAnalysis TrendAnalysis)
{
    /// <summary>Second name of <see cref="ThreatPatterns"/>.</summary>
    public ImmutableArray<ThreatPattern> Patterns => ThreatPatterns;

    /// <summary>Second name of <see cref="CrossModelThreats"/>.</summary>
    public ImmutableArray<CrossModelThreat> CrossModel => CrossModelThreats;
}
