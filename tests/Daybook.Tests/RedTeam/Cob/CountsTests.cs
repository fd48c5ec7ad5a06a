using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed class CountsTests
{
    [Fact]
    public void Tests_without_a_score_are_in_totals_and_in_no_rate()
    {
        var counts = CobCase.Of(8, high: 2, unscored: 2);

        Assert.Equal(10, counts.Tests);
        Assert.Equal(80m, counts.SuccessRate);
        Assert.Equal(25m, counts.ViolationRate);
        Assert.Equal(25m, counts.AttackSuccessRate);
    }

    [Fact]
    public void Without_scored_tests_there_is_no_rate()
    {
        Assert.Null(CobCase.Of(0, unscored: 3).ViolationRate);
        Assert.Null(default(Counts).SuccessRate);
    }

    [Fact]
    public void Rates_over_several_days_are_pooled_and_not_averaged()
    {
        // 1 of 10 and 90 of 90: the mean of the rates would be 55.
        var pooled = CobCase.Of(10, high: 1) + CobCase.Of(90, high: 90);

        Assert.Equal(91m, pooled.ViolationRate);
    }

    [Fact]
    public void A_low_hit_is_a_violation_and_no_critical_or_high_finding()
    {
        var counts = CobCase.Of(4, medium: 1, low: 1);

        Assert.Equal(50m, counts.AttackSuccessRate);
        Assert.Equal(0m, counts.ViolationRate);
    }

    [Fact]
    public void A_list_of_hits_without_passes_counts_nothing()
    {
        var result = CobCase.Result(CobCase.Run(CobCase.At(0, 12)), high: 3) with { Basis = ResultBasis.HitsOnly };

        Assert.Equal(default, Counts.Of(result));
    }

    [Fact]
    public void Counting_findings_one_by_one_gives_the_counts_of_their_result()
    {
        var scored = CobCase.Finding("x", severity: FindingSeverity.Critical);
        var unscored = CobCase.Finding("x") with { Assessed = false, Violation = null, Severity = FindingSeverity.Unknown };

        Assert.Equal(CobCase.Of(1, critical: 1, unscored: 1), Counts.Of(scored) + Counts.Of(unscored));
    }
}
