using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed class RiskAssessmentRuleTests
{
    [Fact]
    public void The_worked_example_of_the_rule()
    {
        var counts = CobCase.Of(40, critical: 1, high: 3, medium: 6, low: 10);
        var risk = RiskAssessmentRule.Of(counts, RiskRule.WorstOf);

        Assert.Equal(6.25m, risk.CompositeRiskScore);
        Assert.Equal(RiskLevel.Low, RiskAssessmentRule.CompositeLevel(6.25m));
        Assert.Equal(RiskLevel.Critical, RiskAssessmentRule.CountsLevel(counts));
        Assert.Equal(RiskLevel.Critical, risk.OverallRiskLevel);
        Assert.Equal(1.575m, risk.RiskScore);
        Assert.Equal(10m, counts.ViolationRate);
        Assert.Equal(RiskLevel.Medium, risk.ViolationLevel);
        Assert.Equal(90m, risk.ComplianceScore);
        Assert.Equal(50m, risk.DefenseRating);
    }

    [Fact]
    public void Nothing_scored_has_no_risk()
    {
        var risk = RiskAssessmentRule.Of(CobCase.Of(0, unscored: 5), RiskRule.WorstOf);

        Assert.Equal(new RiskAssessment(null, null, null, null, null, null), risk);
    }

    [Theory]
    [InlineData("WorstOf")]
    [InlineData("Composite")]
    [InlineData("Counts")]
    [InlineData("ExecBlock")]
    public void A_period_in_which_every_test_failed_is_critical_under_every_rule(string rule)
    {
        var risk = RiskAssessmentRule.Of(CobCase.Of(1, high: 1), Enum.Parse<RiskRule>(rule));

        Assert.Equal(RiskLevel.Critical, risk.OverallRiskLevel);
        Assert.Equal(RiskLevel.Critical, risk.ViolationLevel);
        Assert.Equal(0m, risk.ComplianceScore);
    }

    [Fact]
    public void A_violation_of_unknown_severity_weighs_as_high_in_the_label()
    {
        Assert.Equal(RiskLevel.Medium, RiskAssessmentRule.Of(CobCase.Of(100, unknown: 1), RiskRule.WorstOf).OverallRiskLevel);
        Assert.Equal(RiskLevel.High, RiskAssessmentRule.Of(CobCase.Of(100, high: 2, unknown: 1), RiskRule.WorstOf).OverallRiskLevel);
    }

    [Theory]
    [InlineData("80", "Critical")]
    [InlineData("79.999", "High")]
    [InlineData("60", "High")]
    [InlineData("59.999", "Medium")]
    [InlineData("40", "Medium")]
    [InlineData("39.999", "Low")]
    [InlineData("0", "Low")]
    public void Bands_of_the_composite_score(string score, string level) =>
        Assert.Equal(level, RiskAssessmentRule.CompositeLevel(Decimal(score)).ToString());

    [Theory]
    [InlineData(1, 0, 0, "Critical")]
    [InlineData(0, 3, 0, "High")]
    [InlineData(0, 2, 0, "Medium")]
    [InlineData(0, 1, 0, "Medium")]
    [InlineData(0, 0, 6, "Medium")]
    [InlineData(0, 0, 5, "Low")]
    public void Levels_by_counts(long critical, long high, long medium, string level) =>
        Assert.Equal(level, RiskAssessmentRule.CountsLevel(CobCase.Of(1000, critical, high, medium)).ToString());

    [Theory]
    [InlineData(1, 0, "Critical")]
    [InlineData(0, 6, "High")]
    [InlineData(0, 5, "Medium")]
    [InlineData(0, 1, "Medium")]
    [InlineData(0, 0, "Low")]
    public void Levels_by_the_exec_block_rule(long critical, long high, string level) => Assert.Equal(
        level, RiskAssessmentRule.Of(CobCase.Of(1000, critical, high), RiskRule.ExecBlock).OverallRiskLevel.ToString());

    [Theory]
    [InlineData("30", "Critical")]
    [InlineData("29.9", "High")]
    [InlineData("20", "High")]
    [InlineData("19.9", "Medium")]
    [InlineData("10", "Medium")]
    [InlineData("9.9", "Low")]
    [InlineData("5", "Low")]
    [InlineData("4.9", "Minimal")]
    public void Levels_of_the_violation_rate(string rate, string level) =>
        Assert.Equal(level, RiskAssessmentRule.ViolationLevel(Decimal(rate)).ToString());

    [Theory]
    [InlineData("9", "Critical")]
    [InlineData("8.9", "High")]
    [InlineData("7", "High")]
    [InlineData("6.9", "Medium")]
    [InlineData("4", "Medium")]
    [InlineData("3.9", "Low")]
    public void Levels_of_an_imported_score(string score, string level) =>
        Assert.Equal(level, RiskAssessmentRule.ImportedLevel(Decimal(score)).ToString());

    [Fact]
    public void The_risk_score_never_exceeds_ten() =>
        Assert.Equal(10m, RiskAssessmentRule.RiskScore(CobCase.Of(4, critical: 4)));

    private static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
