namespace Daybook.RedTeam;

/// <summary>The reported period against the previous one or against the week's mean.</summary>
internal sealed record Changes(
    Change TotalTests,
    Change ScoredTests,
    Change Violations,
    Change CriticalFindings,
    Change SuccessRate,
    Change ViolationRate,
    Change AttackSuccessRate)
{
    public static Changes Of(Counts now, PeriodFigures before) => new(
        Change.OfCount(now.Tests, before.TotalTests),
        Change.OfCount(now.Scored, before.ScoredTests),
        Change.OfCount(now.Violations, before.Violations),
        Change.OfCount(now.CriticalAndHigh, before.CriticalFindings),
        Change.OfRate(now.SuccessRate, before.SuccessRate),
        Change.OfRate(now.ViolationRate, before.ViolationRate),
        Change.OfRate(now.AttackSuccessRate, before.AttackSuccessRate));
}
