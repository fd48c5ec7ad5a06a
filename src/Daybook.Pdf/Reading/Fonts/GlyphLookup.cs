namespace Daybook.Pdf.Reading.Fonts;

/// <param name="Width">That of the font file, in thousandths of the em; null where it is not known.</param>
internal readonly record struct GlyphLookup(GlyphState State, double? Width)
{
    public static readonly GlyphLookup Missing = new(GlyphState.Missing, null);

    public static readonly GlyphLookup Unknown = new(GlyphState.Unknown, null);

    /// <param name="glyph">Null where the font has none for the code.</param>
    public static GlyphLookup Of(FontProgram program, int? glyph) => glyph switch
    {
        null => Missing,
        0 => new GlyphLookup(GlyphState.NotDefined, program.Width(0)),
        { } index when index >= program.GlyphCount => Missing,
        { } index => new GlyphLookup(GlyphState.Present, program.Width(index)),
    };
}
