namespace Daybook.RedTeam;

/// <summary>What the digest says of a probe and detector.</summary>
/// <param name="PassRate">From 0 to 1.</param>
/// <param name="RelativeScore">
/// How far the pass rate lies from that of other models, in standard deviations; null where garak has no comparison.
/// </param>
/// <param name="Grade">garak's combined grade; null for most probes that are not of the first tier and were not compared.</param>
/// <param name="Evaluated">Null before version 0.14.0.</param>
internal sealed record DigestResult(
    double? PassRate, int? AbsoluteGrade, double? RelativeScore, int? RelativeGrade, int? Grade, long? Passed, long? Evaluated);
