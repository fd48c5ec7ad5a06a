namespace Daybook.Export;

/// <summary>How reports look, as data that every format reads: colours by role and the fonts that are asked for.</summary>
/// <param name="Light">Colours on screen by day and on paper.</param>
/// <param name="Dark">Colours on screens that ask for a dark page.</param>
/// <param name="SansFonts">Font families in order of preference, as a CSS list.</param>
/// <param name="MonoFonts">Font families of code, as a CSS list.</param>
public sealed record Theme(string Name, ThemePalette Light, ThemePalette Dark, string SansFonts, string MonoFonts);
