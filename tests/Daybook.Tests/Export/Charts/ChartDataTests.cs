using Daybook.Documents;
using Daybook.Export.Charts;

namespace Daybook.Tests.Export.Charts;

public sealed class ChartDataTests
{
    [Fact]
    public void Values_that_are_no_numbers_become_gaps_and_are_counted()
    {
        var data = ChartData.Of(Chart(ChartType.Line, 1, double.NaN, double.NegativeInfinity, 1e200, null));
        Assert.Equal([1, null, null, null, null], data.Series[0].Values);
        Assert.Equal(["3 values are not numbers that can be drawn; the table has them."], data.Notes);
    }

    [Theory]
    [InlineData(ChartType.Line)]
    [InlineData(ChartType.Gauge)]
    [InlineData(ChartType.Heatmap)]
    public void Without_a_value_there_is_nothing_to_draw(ChartType type)
    {
        Assert.Equal("there are no values.", ChartData.Of(Chart(type, null, null)).Nothing);
        Assert.Equal("there are no values.", ChartData.Of(new Chart(type, [], [], "")).Nothing);
    }

    [Fact]
    public void Shares_need_a_whole()
    {
        Assert.Equal("all values are zero.", ChartData.Of(Chart(ChartType.Pie, 0, 0)).Nothing);
        Assert.Equal("shares of a whole cannot be negative.", ChartData.Of(Chart(ChartType.Doughnut, 3, -1)).Nothing);
        Assert.Null(ChartData.Of(Chart(ChartType.Bar, 0, 0)).Nothing);
    }

    [Fact]
    public void A_radar_with_two_labels_is_drawn_as_bars()
    {
        var data = ChartData.Of(Chart(ChartType.Radar, 1, 2));
        Assert.Equal(ChartType.Bar, data.Type);
        Assert.Equal(["Drawn as bars: a radar needs at least three labels."], data.Notes);
    }

    [Fact]
    public void A_pie_of_two_series_says_which_it_shows()
    {
        var chart = Chart(ChartType.Pie, 1, 2) with { Datasets = [new ChartDataset("today", [1, 2]), new ChartDataset("yesterday", [2, 1])] };
        Assert.Equal(["Only “today” is drawn; the table has all 2 series."], ChartData.Of(chart).Notes);
    }

    [Fact]
    public void Bars_beyond_a_hundred_are_left_to_the_table()
    {
        var data = ChartData.Of(Chart(ChartType.HorizontalBar, [.. Enumerable.Range(0, 150).Select(i => (double?)i)]));
        Assert.Equal(100, data.Labels.Length);
        Assert.Equal(["The first 100 of 150 bars are drawn; the table has all."], data.Notes);
    }

    [Fact]
    public void Series_shorter_than_the_labels_end_in_gaps_and_longer_ones_get_numbers_for_labels()
    {
        var data = ChartData.Of(new Chart(ChartType.Bar, ["a", "b"], [new ChartDataset("short", [1]), new ChartDataset("long", [1, 2, 3])], ""));
        Assert.Equal(["a", "b", "3"], data.Labels);
        Assert.Equal([1, null, null], data.Series[0].Values);
    }

    [Fact]
    public void A_point_without_both_values_is_left_out()
    {
        var data = ChartData.Of(new Chart(ChartType.Scatter, [], [new ChartDataset("p", [1, null, double.NaN, 4]) { XValues = [1, 2, 3, double.NaN] }], ""));
        Assert.Equal([1.0], data.Series[0].XValues);
        Assert.Equal([1.0], data.Series[0].Values);
    }

    private static Chart Chart(ChartType type, params double?[] values) => new(type, [], [new ChartDataset("series", [.. values])], "");
}
