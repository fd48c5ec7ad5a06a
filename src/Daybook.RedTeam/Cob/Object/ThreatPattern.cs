using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Result of R6 for one pattern.</summary>
/// <param name="AverageConfidence">0–1: mean of the match scores.</param>
/// <param name="RiskLevel">The label of <paramref name="RiskScore"/>; the two are never compared with each other's scale.</param>
/// <param name="FirstSeen">In the report's zone; null when no match has a time.</param>
internal sealed record ThreatPattern(
    string PatternName,
    string Label,
    string Description,
    long Occurrences,
    ImmutableArray<string> AffectedModels,
    ImmutableArray<string> DetectionMethods,
    decimal AverageConfidence,
    decimal RiskScore,
    RiskLevel RiskLevel,
    DateTimeOffset? FirstSeen,
    DateTimeOffset? LastSeen,
    ImmutableArray<PatternExample> Examples);
