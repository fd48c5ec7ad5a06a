namespace Daybook.RedTeam;

internal static class ExclusionLabel
{
    public static string Of(Exclusion reason) => reason switch
    {
        Exclusion.FallbackScorer => "scores invented because scoring failed",
        Exclusion.Duplicate => "second copies",
        Exclusion.ControlRecord => "control records",
        Exclusion.TestRun => "test runs",
        Exclusion.OutsidePeriod => "outside all periods",
        Exclusion.PolarityUnmapped => "scorers without a polarity rule",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
