using Daybook.Export;

namespace Daybook.Tests.Export.Theme;

public sealed class ThemeTests
{
    private static IEnumerable<ThemePalette> Palettes => BuiltInThemes.All.SelectMany(theme => new[] { theme.Light, theme.Dark });

    public static TheoryData<ThemeColor, ThemeColor, double> Pairs => [.. ThemeContrast.Pairs];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void What_is_read_stands_out_by_day_and_by_night(ThemeColor front, ThemeColor ground, double least)
    {
        foreach (var palette in Palettes)
        {
            var contrast = Rgb.Contrast(palette[front], palette[ground]);
            Assert.True(contrast >= least, $"{front} on {ground} has {contrast:0.00}, needs {least}.");
        }
    }

    [Fact]
    public void Every_text_of_a_palette_has_a_ground_that_it_is_checked_against() =>
        Assert.Equal(
            [ThemeColor.Rule, ThemeColor.RuleStrong],
            Enum.GetValues<ThemeColor>().Where(color => !ThemeContrast.Pairs.Any(pair => pair.Front == color || pair.Ground == color)));

    [Fact]
    public void The_theme_of_strong_contrast_has_seven_to_one_for_every_text()
    {
        var palette = BuiltInThemes.Contrast.Light;
        ThemeColor[] texts = [ThemeColor.Ink, ThemeColor.Muted, ThemeColor.Link, ThemeColor.Good, ThemeColor.Bad, .. Enum.GetValues<Daybook.Documents.Severity>().Select(ThemeColors.Text)];
        Assert.All(texts, text => Assert.True(Rgb.Contrast(palette[text], palette[ThemeColor.Page]) >= 7, $"{text} has {Rgb.Contrast(palette[text], palette[ThemeColor.Page]):0.0}"));
    }

    [Fact]
    public void Banners_of_built_in_themes_can_be_read() =>
        Assert.All(BuiltInThemes.All.SelectMany(theme => theme.Classifications.Values), colors => Assert.True(Rgb.Contrast(colors.Ground, colors.Text) >= 4.5));

    [Fact]
    public void A_classification_is_found_whatever_its_case_and_otherwise_stands_in_ink()
    {
        Assert.Equal(Rgb.Parse("#ff2b2b"), BuiltInThemes.Daybook.ColorsOf(" tlp:red").Text);
        Assert.Equal(BuiltInThemes.Daybook.Light[ThemeColor.Ink], BuiltInThemes.Daybook.ColorsOf("SECRET").Ground);
    }

    [Fact]
    public void A_theme_whose_texts_stand_out_is_taken_as_it_is() => Assert.All(BuiltInThemes.All, theme => Assert.Same(theme, SafeTheme.Of(theme)));

    [Fact]
    public void What_cannot_be_read_gives_way_and_grounds_and_the_rest_stay()
    {
        var (pale, pink) = (Rgb.Parse("#ffe0f0"), Rgb.Parse("#d0107a"));
        var theme = BuiltInThemes.Daybook with
        {
            Light = BuiltInThemes.Daybook.Light.With([new(ThemeColor.Link, pale), new(ThemeColor.Muted, pale), new(ThemeColor.Accent, pink), new(ThemeColor.Surface, Rgb.Parse("#f7eef4"))]),
            Dark = BuiltInThemes.Daybook.Dark.With([new(ThemeColor.Ink, Rgb.Parse("#12181f"))]),
            Classifications = BuiltInThemes.Daybook.Classifications.SetItem("PALE", new ClassificationColors(pale, Rgb.Parse("#ffffff"))),
        };
        var safe = SafeTheme.Of(theme);
        Assert.Equal((BuiltInThemes.Daybook.Light[ThemeColor.Muted], pink, theme.Light[ThemeColor.Surface]), (safe.Light[ThemeColor.Muted], safe.Light[ThemeColor.Accent], safe.Light[ThemeColor.Surface]));
        Assert.Equal(BuiltInThemes.Daybook.Dark[ThemeColor.Ink], safe.Dark[ThemeColor.Ink]);
        Assert.Equal(Rgb.Parse("#000000"), safe.Classifications["PALE"].Text);
        foreach (var (front, ground, least) in ThemeContrast.Pairs)
            Assert.All([safe.Light, safe.Dark], palette => Assert.True(Rgb.Contrast(palette[front], palette[ground]) >= least, $"{front} on {ground}"));
    }

    [Theory]
    [InlineData("normal")]
    [InlineData("protanopia")]
    [InlineData("deuteranopia")]
    [InlineData("tritanopia")]
    public void Series_and_severities_stay_apart_for_every_eye(string vision)
    {
        foreach (var palette in Palettes)
        {
            AssertApart(palette, [.. Enumerable.Range(0, ThemeColors.SeriesCount).Select(ThemeColors.Series)], vision);
            AssertApart(palette, [ThemeColor.Unknown, ThemeColor.Minimal, ThemeColor.Low, ThemeColor.Medium, ThemeColor.High, ThemeColor.Critical], vision);
        }
    }

    [Fact]
    public void Heat_rises_evenly_from_the_page()
    {
        foreach (var palette in Palettes)
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
