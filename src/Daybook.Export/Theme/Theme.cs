using System.Collections.Immutable;

namespace Daybook.Export;

/// <summary>How reports look, as data that every format reads: colours by role, fonts, sizes, a logo and the colours of classifications.</summary>
/// <param name="Light">Colours on screen by day and on paper.</param>
/// <param name="Dark">Colours on screens that ask for a dark page.</param>
/// <param name="SansFonts">Font families in order of preference, as a CSS list.</param>
/// <param name="MonoFonts">Font families of code, as a CSS list.</param>
public sealed record Theme(string Name, ThemePalette Light, ThemePalette Dark, string SansFonts, string MonoFonts)
{
    public ThemeSizes Sizes { get; init; } = new();

    /// <summary>The family that is embedded in paged files; null takes the one that comes with the product.</summary>
    public ThemeFontFiles? SansFiles { get; init; }

    /// <summary>The family of code that is embedded in paged files; null takes the one that comes with the product.</summary>
    public ThemeFontFiles? MonoFiles { get; init; }

    /// <summary>Stands on the cover; null shows none.</summary>
    public ThemeLogo? Logo { get; init; }

    /// <summary>Colours of banners by classification, without regard to case; a classification that is not here takes ink and page.</summary>
    public ImmutableSortedDictionary<string, ClassificationColors> Classifications { get; init; } =
        ImmutableSortedDictionary.Create<string, ClassificationColors>(StringComparer.OrdinalIgnoreCase);

    public ClassificationColors ColorsOf(string classification) =>
        Classifications.TryGetValue(classification.Trim(), out var colors) ? colors : new ClassificationColors(Light[ThemeColor.Ink], Light[ThemeColor.Page]);
}
