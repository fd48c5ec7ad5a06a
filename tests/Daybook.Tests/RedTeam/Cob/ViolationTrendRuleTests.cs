using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed class ViolationTrendRuleTests
{
    [Fact]
    public void The_worked_example_of_the_rule()
    {
        var trend = ViolationTrendRule.Of(CobCase.Series(4, 6, 5, 5, 30, 36, 44), CobCase.Of(100, high: 47));

        Assert.Equal(110m / 3m, trend.RecentRate!.Value, 20);
        Assert.Equal(5m, trend.OlderRate);
        Assert.Equal(TrendDirection.Increasing, trend.Direction);
        Assert.Equal(8m, trend.Velocity);
        Assert.Equal(RiskLevel.High, trend.AlertLevel);
        Assert.Equal("+633.3%", trend.ChangePercentage);
        Assert.Equal(100m, trend.Confidence);
        Assert.Equal(47m, trend.CurrentRate);
        Assert.Equal(47m - 110m / 3m, trend.CurrentVsRecent!.Value, 20);
    }

    [Fact]
    public void Three_periods_with_data_are_too_few()
    {
        var trend = ViolationTrendRule.Of(CobCase.Series(null, null, 5, null, 5, 5, null), CobCase.Of(10, high: 6));

        Assert.Equal(TrendStatus.InsufficientData, trend.Status);
        Assert.Equal(3, trend.PeriodsWithData);
        Assert.Equal(4, trend.PeriodsNeeded);
        Assert.Null(trend.Direction);
        Assert.Null(trend.AlertLevel);
        Assert.Equal(60m, trend.CurrentRate);
    }

    [Fact]
    public void A_gap_is_passed_over_and_never_a_zero()
    {
        var trend = ViolationTrendRule.Of(CobCase.Series(10, null, null, 10, null, 10, 10), CobCase.Of(100, high: 10));

        Assert.Equal(TrendDirection.Stable, trend.Direction);
        Assert.Equal(0m, trend.Velocity);
        Assert.Equal(60m, trend.Confidence);
    }

    [Theory]
    [InlineData(100, 110, "Stable")]
    [InlineData(100, 111, "Increasing")]
    [InlineData(100, 90, "Stable")]
    [InlineData(100, 89, "Decreasing")]
    [InlineData(0, 0, "Stable")]
    [InlineData(0, 1, "Increasing")]
    public void Direction_changes_beyond_ten_percent(int older, int recent, string direction)
    {
        var olderPoint = new SeriesPoint(CobCase.BusinessDate, CobCase.Of(1000, high: older));
        var recentPoint = new SeriesPoint(CobCase.BusinessDate, CobCase.Of(1000, high: recent));
        var trend = ViolationTrendRule.Of([olderPoint, recentPoint, recentPoint, recentPoint], CobCase.Of(1000));

        Assert.Equal(direction, trend.Direction.ToString());
    }

    [Theory]
    [InlineData(5, "Medium")]
    [InlineData(6, "High")]
    [InlineData(3, "Medium")]
    [InlineData(2, "Low")]
    public void The_alert_follows_the_velocity_when_rates_rise(int velocity, string alert)
    {
        var trend = ViolationTrendRule.Of(CobCase.Series(1, 1, 20, 20, 20 + velocity), CobCase.Of(100, high: 20));

        Assert.Equal(velocity, trend.Velocity);
        Assert.Equal(alert, trend.AlertLevel.ToString());
    }

    [Theory]
    [InlineData(50, "Low")]
    [InlineData(51, "High")]
    public void A_current_rate_above_half_is_an_alert_of_its_own(int current, string alert)
    {
        var trend = ViolationTrendRule.Of(CobCase.Series(50, 50, 50, 50), CobCase.Of(100, high: current));

        Assert.Equal(alert, trend.AlertLevel.ToString());
    }

    [Fact]
    public void Rates_are_pooled_over_periods_of_different_size()
    {
        // Oldest: 10 of 10; the recent three: 0 of 10, 0 of 10, 30 of 80.
        SeriesPoint Point(long scored, long high) => new(CobCase.BusinessDate, CobCase.Of(scored, high: high));
        var trend = ViolationTrendRule.Of([Point(10, 10), Point(10, 0), Point(10, 0), Point(80, 30)], CobCase.Of(1));

        Assert.Equal(30m, trend.RecentRate);
        Assert.Equal(100m, trend.OlderRate);
    }
}
