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

    private ThemePalette(ImmutableArray<Rgb> colors) => _colors = colors;

    public Rgb this[ThemeColor color] => _colors[(int)color];

    /// <summary>The palette with some colours replaced.</summary>
    public ThemePalette With(IEnumerable<KeyValuePair<ThemeColor, Rgb>> colors)
    {
        var replaced = _colors.ToBuilder();
        foreach (var (role, color) in colors)
            replaced[(int)role] = color;
        return new(replaced.ToImmutable());
    }
}
