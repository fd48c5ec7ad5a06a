using Daybook.Export;

namespace Daybook.Tests.Export.Theme;

public sealed class ThemeTests
{
    /// <summary>WCAG 2 AA for text.</summary>
    private const double TextContrast = 4.5;

    /// <summary>WCAG 2 AA for marks and for lines that mean something.</summary>
    private const double MarkContrast = 3;

    private static readonly string[] Severities = ["Info", "Unknown", "Minimal", "Low", "Medium", "High", "Critical"];

    public static TheoryData<string, string, double> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string, double>();
            foreach (var ground in new[] { "Page", "Surface" })
            {
                foreach (var text in new[] { "Ink", "Muted", "Link" })
                    pairs.Add(text, ground, TextContrast);
            }

            foreach (var text in Severities.Select(s => s + "Text").Concat(["Good", "Bad"]))
                pairs.Add(text, "Page", TextContrast);
            foreach (var severity in Severities)
            {
                foreach (var text in new[] { severity + "Text", "Ink", "Link" })
                    pairs.Add(text, severity + "Tint", TextContrast);
                pairs.Add(severity, "Page", MarkContrast);
                pairs.Add(severity, severity + "Tint", severity is "Minimal" or "Medium" ? 2.5 : MarkContrast);
                pairs.Add("On" + severity, severity, TextContrast);
            }

            for (var i = 1; i <= ThemeColors.SeriesCount; i++)
            {
                pairs.Add($"Series{i}", "Page", MarkContrast);
                pairs.Add($"OnSeries{i}", $"Series{i}", TextContrast);
            }

            for (var i = 1; i <= ThemeColors.HeatCount; i++)
                pairs.Add($"OnHeat{i}", $"Heat{i}", TextContrast);
            pairs.Add("Accent", "Page", MarkContrast);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_read_stands_out_by_day_and_by_night(string front, string ground, double least)
    {
        foreach (var palette in new[] { BuiltInThemes.Daybook.Light, BuiltInThemes.Daybook.Dark })
        {
            var contrast = Rgb.Contrast(palette[Enum.Parse<ThemeColor>(front)], palette[Enum.Parse<ThemeColor>(ground)]);
            Assert.True(contrast >= least, $"{front} on {ground} has {contrast:0.00}, needs {least}.");
        }
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("protanopia")]
    [InlineData("deuteranopia")]
    [InlineData("tritanopia")]
    public void Series_and_severities_stay_apart_for_every_eye(string vision)
    {
        foreach (var palette in new[] { BuiltInThemes.Daybook.Light, BuiltInThemes.Daybook.Dark })
        {
            AssertApart(palette, [.. Enumerable.Range(0, ThemeColors.SeriesCount).Select(ThemeColors.Series)], vision);
            AssertApart(palette, [ThemeColor.Unknown, ThemeColor.Minimal, ThemeColor.Low, ThemeColor.Medium, ThemeColor.High, ThemeColor.Critical], vision);
        }
    }

    [Fact]
    public void Heat_rises_evenly_from_the_page()
    {
        foreach (var palette in new[] { BuiltInThemes.Daybook.Light, BuiltInThemes.Daybook.Dark })
        {
            var contrasts = Enumerable.Range(0, ThemeColors.HeatCount).Select(i => Rgb.Contrast(palette[ThemeColors.Heat(i)], palette[ThemeColor.Page])).ToList();
            Assert.Equal(contrasts.Order(), contrasts);
        }
    }

    [Fact]
    public void A_palette_with_a_missing_colour_is_refused_by_name()
    {
        var colors = Enum.GetValues<ThemeColor>().Where(c => c != ThemeColor.Link).ToDictionary(c => c, _ => "#000000");
        Assert.Contains("Link", Assert.Throws<ArgumentException>(() => new ThemePalette(colors)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#12345")]
    [InlineData("red")]
    [InlineData("#12345g")]
    public void What_is_no_colour_is_refused(string text) => Assert.Throws<FormatException>(() => Rgb.Parse(text));

    private static void AssertApart(ThemePalette palette, ThemeColor[] colors, string vision)
    {
        for (var i = 0; i < colors.Length; i++)
        {
            for (var j = i + 1; j < colors.Length; j++)
            {
                var distance = Eye.Distance(palette[colors[i]], palette[colors[j]], vision);
                Assert.True(distance >= 0.09, $"{colors[i]} and {colors[j]} are {distance:0.000} apart with {vision}.");
            }
        }
    }
}
