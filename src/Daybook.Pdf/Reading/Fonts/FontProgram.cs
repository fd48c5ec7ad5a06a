namespace Daybook.Pdf.Reading.Fonts;

/// <summary>An embedded font file: which glyphs it has and how wide they are.</summary>
internal abstract class FontProgram
{
    private protected FontProgram()
    {
    }

    public abstract int GlyphCount { get; }

    /// <summary>In thousandths of the em; null where the font does not tell.</summary>
    public abstract double? Width(int glyph);

    /// <summary>The glyph of a name; null where the font has no such glyph or its glyphs have no names.</summary>
    public abstract int? GlyphOfName(string name);

    /// <summary>Whether glyphs can be found by their names.</summary>
    public abstract bool HasGlyphNames { get; }
}
