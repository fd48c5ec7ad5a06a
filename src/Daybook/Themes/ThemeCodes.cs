namespace Daybook.Themes;

/// <summary>Every code of a problem in a theme; <c>docs/reference/themes.md</c> explains each.</summary>
internal static class ThemeCodes
{
    public const string NotFound = "theme_not_found";
    public const string Invalid = "theme_invalid_json";
    public const string UnknownKey = "theme_unknown_key";
    public const string WrongType = "theme_wrong_type";
    public const string BadColor = "theme_bad_color";
    public const string LowContrast = "theme_low_contrast";
    public const string BadFont = "theme_bad_font";
    public const string BadSize = "theme_bad_size";
    public const string BadLogo = "theme_bad_logo";
    public const string UnknownBase = "theme_unknown_base";
}
