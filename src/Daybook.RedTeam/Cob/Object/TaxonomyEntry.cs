namespace Daybook.RedTeam;

/// <summary>Result of R23: critical and high findings under one technique.</summary>
/// <param name="TacticId">Such as <c>TA001</c>; null for findings that no rule places.</param>
/// <param name="TechniqueId">Such as <c>T001.1</c>; <c>unclassified</c> for findings that no rule places.</param>
internal sealed record TaxonomyEntry(string? TacticId, string? Tactic, string TechniqueId, string Technique, long Count);
