using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>One colour for each <see cref="ThemeColor"/>.</summary>
public sealed class ThemePalette
{
    private readonly ImmutableArray<Rgb> _colors;

    /// <exception cref="ArgumentException">A colour is missing; the message names it.</exception>
    public ThemePalette(IReadOnlyDictionary<ThemeColor, string> colors)
    {
        var missing = Enum.GetValues<ThemeColor>().Where(c => !colors.ContainsKey(c)).ToList();
        if (missing.Count > 0)
            throw new ArgumentException($"The palette has no colour for {string.Join(", ", missing)}.", nameof(colors));
        _colors = [.. Enum.GetValues<ThemeColor>().Select(c => Rgb.Parse(colors[c]))];
    }

    public Rgb this[ThemeColor color] => _colors[(int)color];
}
