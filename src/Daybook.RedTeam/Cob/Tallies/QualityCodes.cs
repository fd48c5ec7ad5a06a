namespace Daybook.RedTeam;

/// <summary>The codes of <c>quality</c> entries that no log alone gives; <c>docs/reference/cob-data.md</c> explains each.</summary>
internal static class QualityCodes
{
    public const string HitsWithoutRate = "hits_without_rate";
    public const string SeverityUnknown = "severity_unknown";
    public const string PatternsPartial = "patterns_partial";
    public const string RationaleOnly = "rationale_only";
    public const string TextCut = "text_cut";
    public const string FindingsCapped = "findings_capped";
    public const string BaselineIncomplete = "baseline_incomplete";
}
