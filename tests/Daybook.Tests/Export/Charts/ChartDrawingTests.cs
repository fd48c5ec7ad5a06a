using System.Xml.Linq;
using CsCheck;
using Daybook.Documents;
using Daybook.Export.Charts;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Charts;

public sealed class ChartDrawingTests
{
    public static TheoryData<int, double> Drawn
    {
        get
        {
            var data = new TheoryData<int, double>();
            for (var i = 0; i < KitchenCharts.All.Length; i++)
            {
                if (ChartData.Of(KitchenCharts.All[i]).Nothing is null)
                {
                    data.Add(i, 860);
                    data.Add(i, 360);
                }
            }

            return data;
        }
    }

    [Fact]
    public void Every_type_is_among_the_charts_that_are_looked_at() =>
        Assert.Empty(Enum.GetValues<ChartType>().Except(KitchenCharts.All.Select(c => c.Type)));

    [Theory]
    [MemberData(nameof(Drawn))]
    public void Nothing_is_drawn_outside_the_picture(int chart, double width)
    {
        var picture = SvgPicture.Of(KitchenCharts.All[chart], width);
        Assert.All(picture.Coordinates(), c => Assert.InRange(c.Value, -1, (c.IsHorizontal ? picture.Width : picture.Height) + 1));
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void No_text_is_cut_off_at_an_edge(int chart, double width)
    {
        var picture = SvgPicture.Of(KitchenCharts.All[chart], width);
        foreach (var text in picture.Texts.Where(t => t.Attribute("transform") is null))
        {
            var size = SvgPicture.Number((string?)text.Attribute("font-size") ?? "12.5");
            var length = TextWidths.Measure(text.Value, size, text.Attribute("font-weight") is null ? 400 : 600).Width;
            var anchor = SvgPicture.Number(text.Attribute("x")!.Value);
            var left = (string?)text.Attribute("text-anchor") switch { "middle" => anchor - length / 2, "end" => anchor - length, _ => anchor };
            Assert.True(left >= -1 && left + length <= picture.Width + 1, $"“{text.Value}” reaches from {left:0.0} to {left + length:0.0} of {picture.Width}.");
        }
    }

    [Theory]
    [MemberData(nameof(Drawn))]
    public void The_picture_names_itself(int chart, double width)
    {
        var (source, root) = (KitchenCharts.All[chart], SvgPicture.Of(KitchenCharts.All[chart], width).Root);
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal("ct cd", (string?)root.Attribute("aria-labelledby"));
        Assert.Equal(source.Title, root.Element("title")!.Value);
        Assert.Equal(source.AltText, root.Element("desc")!.Value);
    }

    [Fact]
    public void Any_chart_can_be_drawn_and_stays_inside_its_picture() => Charts.Always(
        chart =>
        {
            if (ChartData.Of(chart).Nothing is not null)
                return;
            var picture = SvgPicture.Of(chart, chart.Labels.Length % 2 == 0 ? 860 : 360);
            Assert.All(picture.Coordinates(), c => Assert.InRange(c.Value, -1, (c.IsHorizontal ? picture.Width : picture.Height) + 1));
        },
        iter: 600);

    [Fact]
    public void A_missing_value_breaks_the_line()
    {
        var lines = SvgPicture.Of(Chart(ChartType.Line, [1, 2, null, 3, 4])).Painted("s-series1").Where(e => e.Name.LocalName == "path").ToList();
        Assert.Equal([2, 2], lines.Select(l => SvgPicture.Points(l).Count()));
    }

    [Fact]
    public void A_value_between_two_gaps_is_still_seen()
    {
        var values = Enumerable.Range(0, 60).Select(i => i is 19 or 21 ? null : (double?)i).ToArray();
        Assert.Single(SvgPicture.Of(Chart(ChartType.Line, values)).Painted("f-series1"), e => e.Name.LocalName == "ellipse");
    }

    [Fact]
    public void Bars_are_measured_from_zero()
    {
        var bars = SvgPicture.Of(Chart(ChartType.Bar, [1000, 1001])).Painted("f-series1").ToList();
        Assert.Equal(2, bars.Count);
        Assert.InRange(Height(bars[0]) / Height(bars[1]), 0.998, 1);
    }

    [Fact]
    public void The_lengths_of_lying_bars_are_their_values()
    {
        var bars = SvgPicture.Of(Chart(ChartType.HorizontalBar, [10, 40])).Painted("f-series1").Select(b => SvgPicture.Number(b.Attribute("width")!.Value)).ToList();
        Assert.Equal(0.25, bars[0] / bars[1], 3);
    }

    [Fact]
    public void Stacks_show_their_sum()
    {
        var chart = new Chart(ChartType.StackedBar, ["a"], [new ChartDataset("x", [30]), new ChartDataset("y", [12])], "");
        Assert.Contains("42", SvgPicture.Of(chart).Words);
    }

    [Fact]
    public void Slices_take_their_share_of_the_disc()
    {
        var words = SvgPicture.Of(Chart(ChartType.Pie, [1, 3])).Words.ToList();
        Assert.Contains("25.0%", words);
        Assert.Contains("75.0%", words);
    }

    [Fact]
    public void More_slices_than_colours_are_put_together_and_counted()
    {
        var words = SvgPicture.Of(Chart(ChartType.Doughnut, [.. Enumerable.Range(1, 12).Select(i => (double?)i)])).Words.ToList();
        Assert.Contains("6 others", words);
        Assert.Contains("78", words);
    }

    [Fact]
    public void A_gauge_says_the_word_of_its_band()
    {
        var chart = Chart(ChartType.Gauge, [62.5]) with
        {
            Options = new ChartOptions { Unit = "%", Thresholds = [new ChartThreshold(40, null, Severity.Medium), new ChartThreshold(60, "tolerance", Severity.High)] },
        };
        var words = SvgPicture.Of(chart).Words.ToList();
        Assert.Contains("62.5%", words);
        Assert.Contains("High", words);
        Assert.Contains("tolerance 60%", words);
        Assert.Contains("100%", words);
    }

    [Fact]
    public void A_threshold_is_inside_the_picture_even_when_no_value_comes_near()
    {
        var chart = Chart(ChartType.Line, [1, 2]) with { Options = new ChartOptions { Thresholds = [new ChartThreshold(90, "Limit", Severity.Critical)] } };
        var picture = SvgPicture.Of(chart);
        Assert.Contains("Limit 90", picture.Words);
        Assert.Contains(picture.Painted("s-criticaltext"), e => e.Attribute("stroke-dasharray") is not null);
    }

    [Fact]
    public void Few_lines_are_named_at_their_ends_and_many_in_a_key()
    {
        var few = new Chart(ChartType.Line, ["a", "b"], [new ChartDataset("first", [1, 2]), new ChartDataset("second", [2, 9])], "");
        Assert.Contains("second 9", SvgPicture.Of(few).Words);
        var many = few with { Datasets = [.. Enumerable.Range(0, 6).Select(i => new ChartDataset($"line {i}", [i, i + 1]))] };
        Assert.Contains("line 5", SvgPicture.Of(many).Words);
    }

    [Fact]
    public void Bars_in_severity_colours_have_a_key_unless_their_labels_are_the_words()
    {
        Chart Rated(params string[] labels) => new(ChartType.Bar, [.. labels], [new ChartDataset("n", [1, 2])], "")
            { Options = new ChartOptions { LabelSeverities = [Severity.High, Severity.Low] } };
        Assert.Contains("High", SvgPicture.Of(Rated("model-a", "model-b")).Words);
        Assert.Single(SvgPicture.Of(Rated("High", "Low")).Words, "High");
    }

    [Fact]
    public void A_heatmap_outlines_what_was_not_measured()
    {
        var chart = new Chart(ChartType.Heatmap, ["a", "b"], [new ChartDataset("row", [1, null])], "");
        Assert.Contains("–", SvgPicture.Of(chart).Words);
    }

    private static double Height(XElement rectangle) => SvgPicture.Number(rectangle.Attribute("height")!.Value);

    private static Chart Chart(ChartType type, params double?[] values) =>
        new(type, [.. values.Select((_, i) => $"l{i}")], [new ChartDataset("series", [.. values])], "");

    private static readonly Gen<double?> Values = Gen.OneOf(
        Gen.Double[-100, 100].Select(v => (double?)v), Gen.Double.Select(v => (double?)v), Gen.Const((double?)null), Gen.Const((double?)0), Gen.Const((double?)double.NaN),
        Gen.Const((double?)double.MaxValue), Gen.Const((double?)-1e99), Gen.Const((double?)1e-99), Gen.Int.Select(v => (double?)v));

    private static readonly Gen<Chart> Charts =
        from type in Gen.Enum<ChartType>()
        from labels in Gen.String[0, 60].Array[0, 40]
        from series in Gen.Select(Gen.String[0, 30], Values.Array[0, 45], Gen.Double[-1e6, 1e6].Array[0, 45]).Array[0, 9]
        from thresholds in Gen.Select(Gen.Double, Gen.String[0, 30], Gen.Enum<Severity>()).Array[0, 3]
        from ends in Gen.Select(Values, Values)
        from unit in Gen.OneOf(Gen.Const((string?)"%"), Gen.Const((string?)"ms"), Gen.Const((string?)null))
        select new Chart(type, [.. labels], [.. series.Select(s => new ChartDataset(s.Item1, [.. s.Item2]) { XValues = [.. s.Item3] })], "")
        {
            Options = new ChartOptions
            {
                Unit = unit, Minimum = ends.Item1, Maximum = ends.Item2, XTitle = labels.FirstOrDefault(),
                Thresholds = [.. thresholds.Select(t => new ChartThreshold(t.Item1, t.Item2, t.Item3))],
                LabelSeverities = [.. thresholds.Select(t => t.Item3)],
            },
        };
}
