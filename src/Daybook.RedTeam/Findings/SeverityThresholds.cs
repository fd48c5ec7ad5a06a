namespace Daybook.RedTeam;

/// <summary>A named set of lower bounds that turns a score into a severity. The set in force is printed in the report.</summary>
/// <param name="High">Also the bound from which a score on a scale counts as a violation.</param>
/// <param name="Top">Largest score of the scale; a score outside 0 to <paramref name="Top"/> has no severity.</param>
internal sealed record SeverityThresholds(string Name, double Critical, double High, double Medium, double Low, double Top)
{
    public static SeverityThresholds Cob { get; } = new("cob", 0.8, 0.6, 0.4, 0.2, 1);

    public static SeverityThresholds Guide { get; } = new("guide", 0.9, 0.7, 0.4, 0.2, 1);

    /// <summary>Scores from 0 to 10; everything above 0 is at least low.</summary>
    public static SeverityThresholds TenPoint { get; } = new("ten-point", 9, 7, 4, double.Epsilon, 10);

    public static IReadOnlyList<SeverityThresholds> All { get; } = [Cob, Guide, TenPoint];

    public FindingSeverity Of(double score) =>
        double.IsNaN(score) || score < 0 || score > Top ? FindingSeverity.Unknown
        : score >= Critical ? FindingSeverity.Critical
        : score >= High ? FindingSeverity.High
        : score >= Medium ? FindingSeverity.Medium
        : score >= Low ? FindingSeverity.Low
        : FindingSeverity.Minimal;
}
