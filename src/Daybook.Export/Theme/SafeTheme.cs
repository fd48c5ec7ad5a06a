namespace Daybook.Export;

/// <summary>A theme in which everything can be read, for places where nobody sees its warnings before the reader does.</summary>
internal static class SafeTheme
{
    private static readonly Rgb Black = new(0, 0, 0), White = new(255, 255, 255);

    /// <summary>The theme itself where every colour stands out from its ground; else with others in place of those that do not.</summary>
    public static Theme Of(Theme theme)
    {
        var (light, dark) = (Of(theme.Light, BuiltInThemes.Daybook.Light), Of(theme.Dark, BuiltInThemes.Daybook.Dark));
        var pale = theme.Classifications.Where(banner => Rgb.Contrast(banner.Value.Text, banner.Value.Ground) < ThemeContrast.Text).ToList();
        if (light == theme.Light && dark == theme.Dark && pale.Count == 0)
            return theme;
        return theme with
        {
            Light = light,
            Dark = dark,
            Classifications = theme.Classifications.SetItems(pale.Select(banner => KeyValuePair.Create(banner.Key, banner.Value with { Text = Best([Black, White], [(banner.Value.Ground, ThemeContrast.Text)]) }))),
        };
    }

    /// <summary>Grounds stay, as they make the look; what stands on them gives way.</summary>
    private static ThemePalette Of(ThemePalette palette, ThemePalette house)
    {
        var replaced = new List<KeyValuePair<ThemeColor, Rgb>>();
        foreach (var uses in ThemeContrast.Pairs.GroupBy(pair => pair.Front))
        {
            var grounds = uses.Select(use => (Ground: palette[use.Ground], use.Least)).ToList();
            if (!StandsOut(palette[uses.Key], grounds))
                replaced.Add(new(uses.Key, Best([house[uses.Key], palette[ThemeColor.Ink], house[ThemeColor.Ink], Black, White], grounds)));
        }

        return replaced.Count == 0 ? palette : palette.With(replaced);
    }

    /// <summary>The first that stands out everywhere; where none does, the one that stands out most where it does least.</summary>
    private static Rgb Best(Rgb[] candidates, List<(Rgb Ground, double Least)> grounds) =>
        candidates.Where(color => StandsOut(color, grounds)).Append(candidates.MaxBy(color => grounds.Min(use => Rgb.Contrast(color, use.Ground) / use.Least))).First();

    private static bool StandsOut(Rgb color, List<(Rgb Ground, double Least)> grounds) => grounds.TrueForAll(use => Rgb.Contrast(color, use.Ground) >= use.Least);
}
