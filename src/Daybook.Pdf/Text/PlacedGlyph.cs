namespace Daybook.Pdf;

/// <summary>A glyph of a <see cref="TextPiece"/> in its place, for those who draw on something else than pages.</summary>
/// <param name="Id">Its number in the font.</param>
/// <param name="X">In points from the left of the block.</param>
/// <param name="Rise">In points above the baseline.</param>
public readonly record struct PlacedGlyph(FontFace Face, ushort Id, double X, double Rise)
{
    /// <summary>The glyphs of a piece from left to right.</summary>
    public static IEnumerable<PlacedGlyph> Of(TextPiece piece)
    {
        var style = piece.Span.Style;
        var x = piece.Left;
        foreach (var run in piece.Words.SelectMany(word => word.Runs))
        {
            var unit = style.Size / run.Face.UnitsPerEm;
            foreach (var glyph in run.Glyphs)
            {
                yield return new PlacedGlyph(run.Face, glyph.Id, x + glyph.XOffset * unit, piece.Span.Rise + glyph.YOffset * unit);
                x += glyph.Advance * unit + (glyph.Advance > 0 ? style.LetterSpacing : 0);
            }
        }
    }
}
