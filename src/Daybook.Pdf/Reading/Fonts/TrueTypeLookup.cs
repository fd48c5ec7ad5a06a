namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The glyph of a code of a simple TrueType font (ISO 32000-1, 9.6.6.4).</summary>
internal static class TrueTypeLookup
{
    /// <returns>0 where the code leads to no glyph of the font.</returns>
    public static int Glyph(TrueTypeProgram font, SimpleFont of, int code)
    {
        var maps = font.CharacterMaps;
        if ((of.Encoding is not null || !of.IsSymbolic) && of.GlyphName(code) is { } name)
        {
            if (maps.TryGetValue((3, 1), out var unicode) && GlyphNames.Unicode(name) is { } text && unicode.TryGetValue(char.ConvertToUtf32(text, 0), out var byUnicode))
                return byUnicode;
            var macintosh = Array.IndexOf(SimpleEncoding.MacRoman, name);
            if (maps.TryGetValue((1, 0), out var roman) && macintosh >= 0 && roman.TryGetValue(macintosh, out var byRoman))
                return byRoman;
            if (!of.IsSymbolic)
                return 0;
        }

        if (maps.TryGetValue((3, 0), out var symbol))
        {
            foreach (var page in (ReadOnlySpan<int>)[0, 0xF000, 0xF100, 0xF200])
            {
                if (symbol.TryGetValue(page + code, out var bySymbol))
                    return bySymbol;
            }
        }

        return maps.TryGetValue((1, 0), out var byCode) && byCode.TryGetValue(code, out var glyph) ? glyph : 0;
    }
}
