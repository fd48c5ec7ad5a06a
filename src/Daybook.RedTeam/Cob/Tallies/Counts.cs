namespace Daybook.RedTeam;

/// <summary>R3 and R4: the counts of a group of tests and the rates they give. Adding two counts pools them; rates are never averaged.</summary>
/// <param name="Tests">Every test that is not excluded, scored or not.</param>
/// <param name="Scored">Tests with a usable score. Says nothing about safety.</param>
/// <param name="Violations">Scored tests in which the attack worked.</param>
/// <param name="Unknown">Scored tests whose severity is not known. Tests without a score have no severity.</param>
internal readonly record struct Counts(
    long Tests, long Scored, long Violations, long Critical, long High, long Medium, long Low, long Minimal, long Unknown)
{
    public long CriticalAndHigh => Critical + High;

    /// <summary>Share of tests that produced a score, in percent.</summary>
    public decimal? SuccessRate => Percent.Of(Scored, Tests);

    /// <summary>Share of scored tests with a critical or high finding, in percent.</summary>
    public decimal? ViolationRate => Percent.Of(CriticalAndHigh, Scored);

    /// <summary>Share of scored tests in which the attack worked, in percent.</summary>
    public decimal? AttackSuccessRate => Percent.Of(Violations, Scored);

    /// <summary>Of a list of hits without its passes nothing is counted: it has no denominator.</summary>
    public static Counts Of(AttackResult result) => result.Basis == ResultBasis.HitsOnly
        ? default
        : new Counts(
            result.Evaluated + result.Nones,
            result.Evaluated,
            result.Hits,
            result.Severities.Critical,
            result.Severities.High,
            result.Severities.Medium,
            result.Severities.Low,
            result.Severities.Minimal,
            result.Severities.Unknown);

    public static Counts Of(Finding finding)
    {
        if (!finding.Assessed)
            return default(Counts) with { Tests = 1 };

        var one = default(Counts) with { Tests = 1, Scored = 1, Violations = finding.Violation == true ? 1 : 0 };
        return finding.Severity switch
        {
            FindingSeverity.Critical => one with { Critical = 1 },
            FindingSeverity.High => one with { High = 1 },
            FindingSeverity.Medium => one with { Medium = 1 },
            FindingSeverity.Low => one with { Low = 1 },
            FindingSeverity.Minimal => one with { Minimal = 1 },
            FindingSeverity.Unknown => one with { Unknown = 1 },
            _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Severity, null),
        };
    }

    public static Counts operator +(Counts a, Counts b) => new(
        a.Tests + b.Tests,
        a.Scored + b.Scored,
        a.Violations + b.Violations,
        a.Critical + b.Critical,
        a.High + b.High,
        a.Medium + b.Medium,
        a.Low + b.Low,
        a.Minimal + b.Minimal,
        a.Unknown + b.Unknown);

    public static Counts Sum(IEnumerable<Counts> counts) => counts.Aggregate(default(Counts), (sum, next) => sum + next);
}
