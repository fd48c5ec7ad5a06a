using Daybook.Documents;
using Daybook.Export;
using Daybook.Export.Charts;

namespace Daybook.Tests.Export.Charts;

public sealed class ChartTextTests
{
    private static readonly SvgRenderContext Measure = new(new HtmlWriter(), BuiltInThemes.Daybook);

    [Theory]
    [InlineData("short", 200, "short")]
    [InlineData("promptinject.HijackHateHumans", 130, "promptinject.\nHijackHateHumans")]
    [InlineData("HijackHateHumans", 90, "HijackHate\nHumans")]
    [InlineData("two words", 50, "two\nwords")]
    public void Labels_are_wrapped_where_a_reader_would(string text, double width, string expected) =>
        Assert.Equal(expected, ChartText.Wrap(Measure, text, width, maximumLines: 3));

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(119.5)]
    public void What_is_cut_fits_and_says_so(double width)
    {
        var cut = ChartText.Cut(Measure, "leakreplay.LiteratureCloze 👩🏽‍💻 日本語", width);
        Assert.EndsWith("…", cut, StringComparison.Ordinal);
        Assert.True(Measure.Width(cut) <= width);
        Assert.DoesNotContain(cut, char.IsHighSurrogate);
    }

    [Theory]
    [InlineData(1234, null, null, "1,234")]
    [InlineData(12.5, "%", null, "12.5%")]
    [InlineData(12.25, "%", 1, "12.3%")]
    [InlineData(44, "%", 1, "44.0%")]
    [InlineData(0.1 + 0.2, null, null, "0.3")]
    [InlineData(3_400_000, null, null, "3.4M")]
    [InlineData(-2.5e9, null, null, "-2.5B")]
    [InlineData(-0.0, null, null, "0")]
    [InlineData(-0.001, null, null, "-0.001")]
    [InlineData(0.00001, null, null, "1e-5")]
    [InlineData(1e20, null, null, "1e20")]
    public void Values_are_written_short_and_without_noise(double value, string? unit, int? decimals, string expected) =>
        Assert.Equal(expected, NumberText.Value(value, new ChartOptions { Unit = unit, Decimals = decimals }));

    [Theory]
    [InlineData(0.30000000000000004, 0.1, "0.3")]
    [InlineData(2.5, 2.5, "2.5")]
    [InlineData(1500, 500, "1,500")]
    [InlineData(2_000_000, 500_000, "2M")]
    [InlineData(-1e-17, 0.1, "0")]
    public void Ticks_show_the_digits_of_their_step(double value, double step, string expected) => Assert.Equal(expected, NumberText.Tick(value, step, new ChartOptions()));

    [Fact]
    public void The_caption_names_measure_unit_and_sample() => Assert.Equal(
        "Response time, ms · n = 1,240", ChartCaption.Of(new ChartOptions { YTitle = "Response time", Unit = "ms", SampleSize = 1240 }));

    [Fact]
    public void Widths_grow_with_text_size_and_weight_and_ignore_marks()
    {
        Assert.True(Measure.Width("wide", weight: 600) > Measure.Width("wide"));
        Assert.Equal(2 * Measure.Width("wide", 10), Measure.Width("wide", 20), 9);
        Assert.Equal(Measure.Width("e"), Measure.Width("e\u0301"));
        Assert.True(Measure.Width("日本") >= 2 * ChartText.Size);
    }

    [Fact]
    public void An_ink_carries_its_role_and_a_foreign_colour_is_refused()
    {
        Assert.All(Enum.GetValues<ThemeColor>(), c => Assert.Equal(c, ChartInk.Role(ChartInk.Of(c, 0.5))));
        Assert.Throws<ArgumentException>(() => ChartInk.Role(OxyPlot.OxyColors.Red));
    }
}
