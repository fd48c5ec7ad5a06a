using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Daybook.Export;
using Daybook.Pdf;

namespace Daybook.Themes;

/// <summary>Reads the fonts of a theme: the families that pages on screen ask for, and the files that are embedded in paged files.</summary>
internal static partial class ThemeFontReader
{
    public static Theme Read(JsonElement root, Theme theme, ThemeReading reading)
    {
        if (reading.Object(root, "fonts", ["sans", "mono", "sans_files", "mono_files"]) is not { } fonts)
            return theme;
        return theme with
        {
            SansFonts = Families(fonts, "sans", reading) ?? theme.SansFonts,
            MonoFonts = Families(fonts, "mono", reading) ?? theme.MonoFonts,
            SansFiles = Files(fonts, "sans_files", reading) ?? theme.SansFiles,
            MonoFiles = Files(fonts, "mono_files", reading) ?? theme.MonoFiles,
        };
    }

    private static string? Families(JsonElement fonts, string key, ThemeReading reading)
    {
        if (reading.Text(fonts, key) is not { } families || FamilyList().IsMatch(families))
            return reading.Text(fonts, key);
        reading.Error(ThemeCodes.BadFont, $"'fonts.{key}' is no list of font families", "Write names separated by commas, such as \"Inter, Arial, sans-serif\".");
        return null;
    }

    private static ThemeFontFiles? Files(JsonElement fonts, string key, ThemeReading reading)
    {
        if (reading.Object(fonts, key, ["regular", "bold", "italic", "bold_italic"]) is not { } files)
            return null;
        var (regular, bold, italic, boldItalic) = (Face("regular"), Face("bold"), Face("italic"), Face("bold_italic"));
        if (regular is { } content)
            return new ThemeFontFiles(reading.Text(files, "regular")!, content) { Bold = bold, Italic = italic, BoldItalic = boldItalic };
        if (!files.TryGetProperty("regular", out _))
            reading.Error(ThemeCodes.BadFont, $"'fonts.{key}' lacks 'regular'");
        return null;

        ImmutableArray<byte>? Face(string face)
        {
            var place = $"fonts.{key}.{face}";
            if (reading.Text(files, face) is not { } name || reading.File(name, ThemeCodes.BadFont, place) is not { } bytes)
                return null;
            try
            {
                FontFace.Load(bytes.AsMemory(), name);
                return bytes;
            }
            catch (FontFileException error)
            {
                reading.Error(ThemeCodes.BadFont, $"'{place}': {error.Message}");
                return null;
            }
        }
    }

    /// <summary>Names only: nothing that could end a CSS value or a style element.</summary>
    [GeneratedRegex("""^ *(?:"[\p{L}\p{N} ._-]+"|[\p{L}\p{N} _-]+)(?: *, *(?:"[\p{L}\p{N} ._-]+"|[\p{L}\p{N} _-]+))* *$""")]
    private static partial Regex FamilyList();
}
