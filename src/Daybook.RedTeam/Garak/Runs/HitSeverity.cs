namespace Daybook.RedTeam;

/// <summary>The severity of one garak score.</summary>
internal static class HitSeverity
{
    /// <param name="isGraded">See <see cref="DetectorTally.Severities"/>.</param>
    public static FindingSeverity Of(double score, double threshold, bool isGraded, SeverityThresholds severities) =>
        double.IsNaN(score) ? FindingSeverity.Unknown
        : score < threshold ? FindingSeverity.Minimal
        : isGraded ? severities.Of(score)
        : FindingSeverity.High;
}
