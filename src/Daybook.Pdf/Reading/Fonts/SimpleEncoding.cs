using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The glyph names of the 256 codes of a simple font (ISO 32000-1, 9.6.6 and annex D); null where a code has none.</summary>
internal static class SimpleEncoding
{
    private const string MacRomanHigh =
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨\0ÆØ\0±\0\0¥µ\0\0\0\0\0ªº\0æø¿¡¬\0ƒ\0\0«»…\u00A0ÀÃÕŒœ–—“”‘’÷\0ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

    private const string WinAnsiHigh =
        "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";

    private static readonly Dictionary<string, string> NameOf = Names();

    public static readonly string?[] WinAnsi = Build(code => code switch
    {
        < 32 => null,
        127 => "bullet",
        160 => "space",
        173 => "hyphen",
        >= 128 and < 160 => Name(WinAnsiHigh[code - 128]),
        _ => Name((char)code),
    });

    public static readonly string?[] MacRoman = Build(code => code switch
    {
        < 32 or 127 => null,
        202 => "space",
        >= 128 => code - 128 < MacRomanHigh.Length ? Name(MacRomanHigh[code - 128]) : null,
        _ => Name((char)code),
    });

    public static readonly string?[] Standard = Build(code => code switch
    {
        >= 32 and <= 126 => StandardGlyphs.Names[code - 31],
        >= 161 and <= 175 => StandardGlyphs.Names[code - 65],
        >= 177 and <= 180 => StandardGlyphs.Names[code - 66],
        >= 182 and <= 189 => StandardGlyphs.Names[code - 67],
        191 => "questiondown",
        >= 193 and <= 200 => StandardGlyphs.Names[code - 69],
        202 or 203 => StandardGlyphs.Names[code - 70],
        >= 205 and <= 208 => StandardGlyphs.Names[code - 71],
        225 => "AE",
        227 => "ordfeminine",
        >= 232 and <= 235 => StandardGlyphs.Names[code - 92],
        241 => "ae",
        245 => "dotlessi",
        >= 248 and <= 251 => StandardGlyphs.Names[code - 102],
        _ => null,
    });

    /// <param name="builtIn">What holds where the font dictionary names no encoding.</param>
    public static string?[] Read(PdfObject? encoding, string?[] builtIn)
    {
        if (encoding is PdfName name)
            return Named(name.Value) ?? builtIn;
        if (encoding is not PdfDictionary dictionary)
            return builtIn;
        var names = (string?[])(Named(dictionary.Name("BaseEncoding")) ?? builtIn).Clone();
        var code = 0;
        foreach (var entry in dictionary.Array("Differences")?.Resolved ?? [])
        {
            if (entry is PdfInteger start)
                code = (int)Math.Clamp(start.Value, 0, 256);
            else if (entry is PdfName glyph && code < 256)
                names[code++] = glyph.Value;
        }

        return names;
    }

    private static string?[]? Named(string? name) => name switch
    {
        "WinAnsiEncoding" => WinAnsi,
        "MacRomanEncoding" => MacRoman,
        "StandardEncoding" => Standard,
        _ => null,
    };

    private static string?[] Build(Func<int, string?> name) => [.. Enumerable.Range(0, 256).Select(name)];

    private static string? Name(char character) => NameOf.GetValueOrDefault(character.ToString());

    private static Dictionary<string, string> Names()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal) { ["'"] = "quotesingle", ["`"] = "grave", ["€"] = "Euro", ["Ž"] = "Zcaron", ["ž"] = "zcaron" };
        foreach (var name in StandardGlyphs.Names.Skip(1))
            names.TryAdd(GlyphNames.Unicode(name)!, name);
        return names;
    }
}
