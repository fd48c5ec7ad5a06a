namespace Daybook.RedTeam;

/// <summary>Counts and rates of one group of the reported period. Rates are in percent and null without scored tests.</summary>
/// <param name="Name">Null for a target the log does not name.</param>
/// <param name="Label">What to print for it.</param>
/// <param name="Group">Family of a probe, taxonomy of a tag, <c>primary</c> or <c>extended</c> for a scorer; otherwise null.</param>
/// <param name="Rate">Attack success rate.</param>
/// <param name="Change">Attack success rate against the previous period.</param>
/// <param name="Defcon">1 (worst) to 5 by the pass rate; null without scored tests.</param>
internal sealed record GroupFigures(
    string? Name,
    string Label,
    string? Group,
    long Tests,
    long Evaluated,
    long Unscored,
    long Violations,
    decimal? Rate,
    decimal? PassRate,
    RateInterval? Interval,
    decimal? ViolationRate,
    long CriticalCount,
    long HighCount,
    long MediumCount,
    long LowCount,
    long MinimalCount,
    long UnknownCount,
    int? Defcon,
    string? DefconLabel,
    decimal? PreviousRate,
    Change Change)
{
    public const string NotNamed = "(not named)";

    public static GroupFigures Of(string? name, string? label, string? group, Counts counts, Counts? previous = null)
    {
        var passRate = 100m - counts.AttackSuccessRate;
        var grade = passRate is { } rate ? PassRateGrade.Of(rate / 100m) : null;
        return new GroupFigures(
            name,
            label ?? name ?? NotNamed,
            group,
            counts.Tests,
            counts.Scored,
            counts.Tests - counts.Scored,
            counts.Violations,
            counts.AttackSuccessRate,
            passRate,
            RateInterval.Wilson(counts.Violations, counts.Scored),
            counts.ViolationRate,
            counts.Critical,
            counts.High,
            counts.Medium,
            counts.Low,
            counts.Minimal,
            counts.Unknown,
            grade?.Number,
            grade?.Label,
            previous?.AttackSuccessRate,
            Change.OfRate(counts.AttackSuccessRate, previous?.AttackSuccessRate));
    }
}
