using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Cob;

public sealed class TrendRuleTests
{
    private static SeriesPoint Point(long scored, long unscored = 0, long high = 0) =>
        new(CobCase.BusinessDate, CobCase.Of(scored, high: high, unscored: unscored));

    [Fact]
    public void Performance_compares_the_second_half_with_the_first_and_the_middle_belongs_to_the_second()
    {
        var trend = PerformanceTrendRule.Of([Point(100), Point(60, 40), Point(50, 50)]);

        Assert.Equal(100m, trend.Tests!.Older);
        Assert.Equal(TrendDirection.Stable, trend.Tests.Direction);
        Assert.Equal(100m, trend.SuccessRate!.Older);
        Assert.Equal(55m, trend.SuccessRate.Recent);
        Assert.Equal(TrendDirection.Decreasing, trend.SuccessRate.Direction);
        Assert.Equal("-45.0 pp", trend.SuccessRate.Change);
    }

    [Theory]
    [InlineData(105, "Stable")]
    [InlineData(106, "Increasing")]
    [InlineData(95, "Stable")]
    [InlineData(94, "Decreasing")]
    public void Performance_changes_beyond_five_percent(long tests, string direction) => Assert.Equal(
        direction, PerformanceTrendRule.Of([Point(100), Point(100), Point(tests), Point(tests)]).Tests!.Direction.ToString());

    [Fact]
    public void The_performance_score_weighs_level_and_steadiness()
    {
        // Success 80 pooled with deviation 20 (clamped to 0); tests 100 and 300 … mean 200, deviation 100.
        var trend = PerformanceTrendRule.Of([Point(100), Point(300), Point(100), Point(300)]);

        Assert.Equal(0.5m * 100m + 0.3m * 100m + 0.2m * 50m, trend.PerformanceScore);
        Assert.Equal(100m, PerformanceTrendRule.Of([Point(9), Point(9), Point(9)]).PerformanceScore);
    }

    [Fact]
    public void Two_periods_are_no_performance_trend()
    {
        var trend = PerformanceTrendRule.Of([Point(1), Point(1), new SeriesPoint(CobCase.BusinessDate, null)]);

        Assert.Equal(TrendStatus.InsufficientData, trend.Status);
        Assert.Equal(2, trend.PeriodsWithData);
        Assert.Null(trend.PerformanceScore);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "Medium")]
    [InlineData(15, "Medium")]
    [InlineData(16, "High")]
    [InlineData(-20, null)]
    public void A_target_degrades_when_its_performance_drops_by_more_than_five_points(int drop, string? severity)
    {
        var degradation = DegradationRule.Of("m", CobCase.Series(20, 20, 20, null, 20 + drop, 20 + drop, 20 + drop));

        Assert.Equal(drop, degradation.Drop);
        Assert.Equal(severity, degradation.Severity?.ToString());
    }

    [Fact]
    public void Four_periods_are_too_few_to_call_a_target_degrading()
    {
        var degradation = DegradationRule.Of("m", CobCase.Series(0, 0, 90, 90));

        Assert.Equal(TrendStatus.InsufficientData, degradation.Status);
        Assert.Null(degradation.Severity);
        Assert.Null(degradation.Drop);
    }

    [Fact]
    public void Each_target_has_its_own_degradation()
    {
        var cob = new CobCase();
        for (var day = 1; day <= 6; day++)
            cob.WithDay(day, day <= 3 ? 30 : 5, day <= 3 ? 70 : 95).WithDay(day, 5, 95, "model-b");
        var degradation = cob.Object().Threats.TrendAnalysis.ModelDegradation;

        Assert.Equal(["model-a", "model-b"], degradation.Models.Select(model => model.Model!));
        Assert.Equal(25m, degradation.Models[0].Drop);
        Assert.Equal(12.5m, degradation.Overall.Drop);
        Assert.Equal(1, degradation.DegradingModels);
        Assert.Equal(RiskLevel.High, degradation.Severity);
        Assert.Contains(degradation.Models[0].Advice, advice => advice.Contains("rollback", StringComparison.Ordinal));
    }

    [Fact]
    public void Seasonal_figures_come_from_periods_of_the_same_class_in_the_last_four_weeks()
    {
        // The business date is a Monday: days 2, 3, 9 and 10 before it are weekends; day 35 is too long ago.
        var cob = new CobCase(earlierPeriods: 40);
        foreach (var day in new[] { 1, 2, 3, 4, 5, 6, 7, 8, 35 })
            cob.WithDay(day, 0, day is 1 or 2 or 8 ? 1000 : day == 35 ? 5000 : 100);
        var seasonal = cob.WithDay(0, 0, 50).Object().Threats.TrendAnalysis.SeasonalPatterns;

        Assert.Equal("working day", seasonal.WeekdayClass);
        Assert.Equal(5, seasonal.PeriodsWithData);
        Assert.Equal(100m, seasonal.ExpectedTests);
        Assert.Equal("-50.0%", seasonal.Deviation);
        Assert.Equal([12], seasonal.PeakHours!.Value);
    }

    [Fact]
    public void Four_periods_of_the_class_give_no_seasonal_figures()
    {
        var seasonal = new CobCase().WithDay(3, 0, 1).WithDay(4, 0, 1).WithDay(5, 0, 1).WithDay(6, 0, 1).Object()
            .Threats.TrendAnalysis.SeasonalPatterns;

        Assert.Equal(TrendStatus.InsufficientData, seasonal.Status);
        Assert.Null(seasonal.PeakHours);
        Assert.Null(seasonal.ExpectedTests);
    }

    [Fact]
    public void Anomalies_need_scored_tests_and_three_periods()
    {
        Assert.Equal(TrendStatus.InsufficientData, AnomalyRule.Of(CobCase.Series(5, 5), CobCase.Of(100, high: 90)).Status);
        Assert.Empty(AnomalyRule.Of(CobCase.Series(5, 5, 5), CobCase.Of(0, unscored: 3)).Anomalies);
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void A_violation_rate_above_twice_the_week_is_a_spike(int now, bool spike)
    {
        var anomalies = AnomalyRule.Of(CobCase.Series(5, 5, 5), CobCase.Of(100, high: now));

        Assert.Equal(spike, anomalies.Anomalies.Any(anomaly => anomaly is { Type: "violation_spike", Severity: RiskLevel.High }));
        Assert.Equal(spike ? 25m : 0m, anomalies.Score);
        Assert.Equal(spike, anomalies.Attention);
    }

    [Fact]
    public void Violations_after_a_clean_week_have_no_multiple()
    {
        var anomaly = Assert.Single(AnomalyRule.Of(CobCase.Series(0, 0, 0), CobCase.Of(100, high: 1)).Anomalies);

        Assert.Equal("new_violations", anomaly.Type);
        Assert.Equal(RiskLevel.Medium, anomaly.Severity);
        Assert.Null(anomaly.Multiple);
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(49, true)]
    public void Fewer_tests_than_half_the_mean_of_the_days_with_data_is_an_anomaly(long tests, bool low) => Assert.Equal(
        low, AnomalyRule.Of(CobCase.Series(0, null, 0, null, 0), CobCase.Of(tests)).Anomalies.Any(anomaly => anomaly.Type == "low_test_volume"));

    [Theory]
    [InlineData(90, 10, false)]
    [InlineData(89, 11, true)]
    public void Fewer_than_nine_in_ten_scored_is_an_anomaly(long scored, long unscored, bool low) => Assert.Equal(
        low, AnomalyRule.Of(CobCase.Series(0, 0, 0), CobCase.Of(scored, unscored: unscored)).Anomalies.Any(anomaly => anomaly.Type == "low_success_rate"));

    [Fact]
    public void On_a_quiet_day_no_trend_fires()
    {
        var cob = new CobCase();
        for (var day = 0; day <= 7; day++)
            cob.WithDay(day, 2, 98);
        var trends = cob.Object().Threats.TrendAnalysis;

        Assert.Empty(trends.PriorityTrends);
        Assert.Empty(trends.TrendAlerts);
        Assert.Empty(trends.CompositeInsights);
    }

    [Fact]
    public void Trends_that_fired_are_listed_by_score()
    {
        var cob = new CobCase();
        foreach (var (day, high) in new[] { (7, 4), (6, 6), (5, 5), (4, 5), (3, 30), (2, 36), (1, 44), (0, 47) })
            cob.WithDay(day, high, 100 - high);
        var trends = cob.Object().Threats.TrendAnalysis;

        Assert.Equal(["degradation", "anomaly", "violation"], trends.PriorityTrends.Select(trend => trend.Type));
        Assert.Equal([100m, 100m, 100m], trends.PriorityTrends.Select(trend => trend.Score));
        Assert.Equal(RiskLevel.High, Assert.Single(trends.TrendAlerts).Urgency);
        Assert.Equal("Violations are rising: 36.7% in the last three periods, 5.0% before (+633.3%)", trends.CompositeInsights[0]);
        Assert.Equal("1 target is degrading: model-a", trends.CompositeInsights[1]);
        Assert.Equal("Violation rate 47.0%, 2.5 times the week's 18.6%", trends.CompositeInsights[2]);
    }

    [Fact]
    public void A_falling_success_rate_is_an_alert_of_medium_urgency()
    {
        var cob = new CobCase();
        for (var day = 1; day <= 7; day++)
            cob.With(CobCase.Result(CobCase.Run(CobCase.At(day, 12)), passes: day <= 3 ? 50 : 100, nones: day <= 3 ? 50 : 0));
        var trends = cob.Object().Threats.TrendAnalysis;

        Assert.Equal(("Performance decline", RiskLevel.Medium), (trends.TrendAlerts[0].Title, trends.TrendAlerts[0].Urgency));
        Assert.Equal(("performance", 70m), (trends.PriorityTrends[0].Type, trends.PriorityTrends[0].Score));
    }
}
