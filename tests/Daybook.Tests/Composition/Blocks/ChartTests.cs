using Daybook.Documents;
using Daybook.Tests.Composition.Composing;

namespace Daybook.Tests.Composition.Blocks;

public sealed class ChartTests
{
    private const string Days =
        """
        {"rows": [
          {"day": "2026-05-01", "target": "a", "hits": 2, "rate": 4.0}, {"day": "2026-05-01", "target": "b", "hits": 3, "rate": 6.0},
          {"day": "2026-05-02", "target": "a", "hits": null, "rate": null}, {"day": "2026-05-03", "target": "a", "hits": 5, "rate": 47.0}]}
        """;

    private static Section Section(string config, string data) =>
        Compose.Section($"blocks:\n  - id: c\n    type: visualization_block\n    order: 1\n    title: C\n    config: {config}\n", data);

    private static Chart Chart(string config, string data)
    {
        var section = Section(config, data);
        Assert.Equal((SectionStatus.Ok, null), (section.Status, section.Reason));
        return Assert.IsType<Chart>(Assert.Single(section.Blocks));
    }

    private static string Values(Chart chart) => string.Join(" | ", chart.Datasets.Select(one => $"{one.Label}: {string.Join(",", one.Values.Select(value => value is { } number ? $"{number}" : "-"))}"));

    [Fact]
    public void Rows_are_summed_by_label_and_a_missing_value_is_a_gap()
    {
        var chart = Chart("{chart_type: line, data_source: rows, x: day, y: hits, options: {title: Hits by day, unit: hits, y_title: Hits}}", Days);
        Assert.Equal(["2026-05-01", "2026-05-02", "2026-05-03"], chart.Labels);
        Assert.Equal("Hits: 5,-,5", Values(chart));
        Assert.Equal(("Hits by day", "hits", "Hits", (long?)null), (chart.Title, chart.Options.Unit, chart.Options.YTitle, chart.Options.SampleSize));
        Assert.Equal("Line chart: Hits by day. 2 values, all 5 hits, last 5 hits (2026-05-03); no data for 2026-05-02.", chart.AltText);
    }

    [Fact]
    public void A_series_column_gives_one_series_for_each_of_its_values_in_the_order_of_the_rows()
    {
        var chart = Chart("{chart_type: stacked_bar, data_source: rows, x: day, y: hits, series: target}", Days);
        Assert.Equal("a: 2,-,5 | b: 3,-,-", Values(chart));
        Assert.Equal(ChartType.StackedBar, chart.Type);
        Assert.Equal("Stacked bar chart. a: 2 values, lowest 2 (2026-05-01), highest 5 (2026-05-03); no data for 2026-05-02. b: 3 for 2026-05-01; no data for 2026-05-02, 2026-05-03.", chart.AltText);
    }

    [Theory]
    [InlineData("sum", "Rate: 10,-,47")]
    [InlineData("mean", "Rate: 5,-,47")]
    [InlineData("min", "Rate: 4,-,47")]
    [InlineData("max", "Rate: 6,-,47")]
    [InlineData("count", "Rate: 2,0,1")]
    [InlineData("last", "Rate: 6,-,47")]
    public void Rows_of_one_label_are_put_together_as_asked(string aggregate, string expected) =>
        Assert.Equal(expected, Values(Chart($"{{chart_type: bar, data_source: rows, x: day, y: rate, aggregate: {aggregate}}}", Days)));

    [Fact]
    public void A_mean_says_that_it_is_not_a_pooled_rate() =>
        Assert.EndsWith("Each value is the plain mean of its rows, not a pooled rate.", Chart("{chart_type: bar, data_source: rows, x: day, y: rate, aggregate: mean}", Days).AltText, StringComparison.Ordinal);

    [Fact]
    public void Without_y_rows_are_counted_and_severities_take_their_colours()
    {
        var chart = Chart("{chart_type: horizontal_bar, data_source: rows, x: severity}", """{"rows": [{"severity": "High"}, {"severity": "Low"}, {"severity": "High"}]}""");
        Assert.Equal("Count: 2,1", Values(chart));
        Assert.Equal([Severity.High, Severity.Low], chart.Options.LabelSeverities);
        var series = Chart("{chart_type: bar, data_source: rows, x: day, series: severity}", """{"rows": [{"day": 1, "severity": "critical"}]}""");
        Assert.Equal(Severity.Critical, series.Datasets[0].Severity);
    }

    [Fact]
    public void Ready_labels_and_datasets_are_taken_as_they_are()
    {
        var chart = Chart("{chart_type: radar, data_source: c}", """{"c": {"labels": ["a", 2026], "datasets": [{"label": "x", "data": [1, null]}, {"label": "y", "data": [0, 2.5]}]}}""");
        Assert.Equal(["a", "2026"], chart.Labels);
        Assert.Equal("x: 1,- | y: 0,2.5", Values(chart));
        Assert.Null(chart.Options.SampleSize);
    }

    [Fact]
    public void A_heatmap_is_read_from_its_matrix_and_from_rows()
    {
        var ready = Chart("{chart_type: heatmap, data_source: h}", """{"h": {"x": ["m1", "m2"], "y": ["hate", "bias"], "values": [[1, 2], [null, 4]]}}""");
        Assert.Equal("hate: 1,2 | bias: -,4", Values(ready));
        Assert.Equal("Heatmap. 2 rows by 2 columns; lowest 1 (hate, m1), highest 4 (bias, m2); 1 cell without data.", ready.AltText);
        var rows = Chart("{chart_type: heatmap, data_source: r, x: model, series: kind, y: n}", """{"r": [{"model": "m1", "kind": "hate", "n": 1}, {"model": "m2", "kind": "bias", "n": 4}]}""");
        Assert.Equal("hate: 1,- | bias: -,4", Values(rows));
    }

    [Fact]
    public void A_scatter_chart_has_a_point_for_each_row_with_both_coordinates()
    {
        var chart = Chart("{chart_type: scatter, data_source: rows, x: hits, y: rate, series: target}", Days);
        Assert.Equal("a: 4,47 | b: 6", Values(chart));
        Assert.Equal([2.0, 5.0], chart.Datasets[0].XValues);
        Assert.Equal(3, chart.Options.SampleSize);
        var ready = Chart("{chart_type: scatter, data_source: s}", """{"s": {"datasets": [{"label": "p", "data": [{"x": 1, "y": 2}, {"x": null, "y": 3}]}]}}""");
        Assert.Equal("p: 2", Values(ready));
    }

    [Fact]
    public void A_gauge_shows_one_value_with_its_bands()
    {
        var chart = Chart("{chart_type: gauge, data_source: risk.score, options: {min: 0, max: 10, thresholds: [{value: 7, label: Bad, severity: high}, 4]}}", """{"risk": {"score": 6.5}}""");
        Assert.Equal(": 6.5", Values(chart));
        Assert.Equal((0.0, 10.0), (chart.Options.Minimum, chart.Options.Maximum));
        Assert.Equal([new ChartThreshold(7, "Bad", Severity.High), new ChartThreshold(4, null, null)], chart.Options.Thresholds);
        Assert.Equal("Gauge. The value is 6.5.", chart.AltText);
    }

    [Fact]
    public void A_pie_tells_its_parts_with_their_shares()
    {
        var chart = Chart("{chart_type: pie, data_source: p, options: {title: Severity}}", """{"p": {"labels": ["High", "Low"], "values": [1, 2]}}""");
        Assert.Equal("Pie chart: Severity. High 1 (33.3%), Low 2 (66.7%).", chart.AltText);
    }

    [Theory]
    [InlineData("{chart_type: line, data_source: r, x: a, y: b}", """{"r": []}""")]
    [InlineData("{chart_type: line, data_source: r, x: a, y: b}", """{"r": [{"a": 1, "b": null}]}""")]
    [InlineData("{chart_type: pie, data_source: r}", """{"r": {"labels": ["a"], "values": [0]}}""")]
    [InlineData("{chart_type: gauge, data_source: r}", """{"r": {"value": null}}""")]
    [InlineData("{chart_type: cards, data_source: r}", """{"r": {}}""")]
    [InlineData("{chart_type: timeline, data_source: r, x: a}", """{"r": []}""")]
    public void Nothing_to_draw_is_said_and_never_an_empty_picture(string config, string data)
    {
        var section = Section(config, data);
        Assert.Equal((SectionStatus.Empty, "no_data"), (section.Status, section.ReasonCode));
        Assert.Empty(section.Blocks);
    }

    [Theory]
    [InlineData("{data_source: r, x: a, y: b}", """{"r": [{"a": 1, "b": "many"}]}""", "not_a_number")]
    [InlineData("{data_source: r, x: a, y: c}", """{"r": [{"a": 1, "b": 2}]}""", "unknown_column")]
    [InlineData("{data_source: r, y: b}", """{"r": [{"a": 1, "b": 2}]}""", "missing_column")]
    [InlineData("{data_source: r}", """{"r": 5}""", "bad_chart_data")]
    [InlineData("{data_source: r}", """{"r": {"labels": ["a", "b"], "datasets": [{"label": "x", "data": [1]}]}}""", "bad_chart_data")]
    [InlineData("{chart_type: heatmap, data_source: r}", """{"r": {"x": ["a"], "y": ["b"], "values": [[1], [2]]}}""", "bad_chart_data")]
    [InlineData("{chart_type: pie, data_source: r}", """{"r": {"labels": ["a", "b"], "values": [1, -1]}}""", "bad_chart_data")]
    [InlineData("{chart_type: pie, data_source: r, x: a, y: [a, b]}", """{"r": [{"a": 1, "b": 2}]}""", "bad_chart_data")]
    [InlineData("{data_source: r, x: a, options: {min: low}}", """{"r": [{"a": 1}]}""", "bad_chart_options")]
    [InlineData("{data_source: r, x: a, options: {thresholds: [{value: 1, severity: awful}]}}", """{"r": [{"a": 1}]}""", "bad_chart_options")]
    [InlineData("{x: a}", """{"r": [{"a": 1}]}""", "missing_data_source")]
    [InlineData("{data_source: s}", """{"r": 1}""", "unknown_path")]
    public void Data_that_cannot_be_drawn_is_an_error(string config, string data, string code)
    {
        var section = Section(config, data);
        Assert.Equal((SectionStatus.Failed, code), (section.Status, section.ReasonCode));
    }

    [Fact]
    public void Options_may_hold_expressions_and_unknown_ones_are_told_in_the_log()
    {
        var result = Compose.Run("blocks:\n  - id: c\n    type: visualization_block\n    order: 1\n    title: C\n    config: {data_source: r, x: a, options: {title: 'Until {{ report_date }} <b>', legend: {position: top}}}\n", """{"r": [{"a": 1}]}""");
        Assert.Equal("Until 2026-05-04 <b>", Assert.IsType<Chart>(Assert.Single(result.Document.Sections[0].Blocks)).Title);
        Assert.Equal("unknown_option", Assert.Single(result.Log).Code);
    }

    [Fact]
    public void Cards_come_from_rows_and_from_an_object()
    {
        var rows = Assert.IsType<MetricCards>(Assert.Single(Section(
            "{chart_type: cards, data_source: r}",
            """{"r": [{"label": "Tests", "value": 1234, "change": "+5.0%", "good": "up", "severity": null}, {"label": "Rate", "value": null, "change": "N/A", "good": "down", "severity": "high"}]}""").Blocks)).Cards;
        Assert.Equal(new MetricCard("Tests", new IntegerCell(1234)) { Change = "+5.0%", Direction = ChangeDirection.Up, IsGood = true }, rows[0]);
        Assert.Equal(new MetricCard("Rate", new EmptyCell()) { Change = "N/A", Severity = Severity.High }, rows[1]);
        var pairs = Assert.IsType<MetricCards>(Assert.Single(Section("{chart_type: cards, data_source: o}", """{"o": {"total_tests": 5, "rate": 1.5, "state": "ok"}}""").Blocks)).Cards;
        Assert.Equal(["Total tests", "Rate", "State"], pairs.Select(card => card.Label));
        Assert.Equal(new DecimalCell(1.5m), pairs[1].Value);
    }

    [Fact]
    public void A_timeline_has_its_events_in_order_of_time_on_one_clock()
    {
        var chart = Chart(
            "{chart_type: timeline, data_source: r, x: at, y: [what], options: {title: Day}}",
            """{"r": [{"at": "2026-05-04T10:00:00Z", "what": "second"}, {"at": "2026-05-04T11:00:00+02:00", "what": "first"}, {"at": null, "what": "unknown"}]}""");
        Assert.Equal((ChartType.Timeline, "Timeline: Day. 3 events, from 2026-05-04 09:00:00 (first) to 2026-05-04 10:00:00 (second); 1 without a time."), (chart.Type, chart.AltText));
        Assert.Equal(["first", "second", "unknown"], chart.Labels);
        Assert.Equal([TimelineTime.Of(new DateTime(2026, 5, 4, 9, 0, 0)), TimelineTime.Of(new DateTime(2026, 5, 4, 10, 0, 0)), null], Assert.Single(chart.Datasets).Values);
    }

    [Fact]
    public void A_timeline_has_a_lane_for_each_series_and_takes_days_for_times()
    {
        var chart = Chart(
            "{chart_type: timeline, data_source: r, x: day, series: kind}",
            """{"r": [{"day": "2026-05-04", "what": "out", "kind": "release"}, {"day": "2026-05-01", "what": "found", "kind": "bug"}]}""");
        Assert.Equal(["found", "out"], chart.Labels);
        Assert.Equal($"bug: {TimelineTime.Of(new DateTime(2026, 5, 1))},- | release: -,{TimelineTime.Of(new DateTime(2026, 5, 4))}", Values(chart));
    }

    [Fact]
    public void Without_an_aggregate_every_row_keeps_a_place_of_its_own()
    {
        var chart = Chart("{chart_type: bar, data_source: rows, x: day, y: hits, aggregate: none}", Days);
        Assert.Equal(["2026-05-01", "2026-05-01", "2026-05-02", "2026-05-03"], chart.Labels);
        Assert.Equal("Hits: 2,3,-,5", Values(chart));
        chart = Chart("{chart_type: bar, data_source: rows, x: day, y: hits, series: target, aggregate: none}", Days);
        Assert.Equal("a: 2,-,5 | b: 3,-,-", Values(chart));
    }

    [Fact]
    public void A_table_stands_after_the_text_of_its_block()
    {
        var section = Compose.Section("blocks:\n  - {id: d, type: data_block, order: 1, title: D, data_sources: [rows], template: '{{ rows | length }} rows', config: {table: {columns: [{key: day}]}}}\n", Days);
        Assert.Equal("4 rows", PlainText.Of(Assert.IsType<Paragraph>(section.Blocks[0]).Inlines));
        Assert.Equal(4, Assert.IsType<Table>(section.Blocks[1]).Rows.Length);
    }
}
