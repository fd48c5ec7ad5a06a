namespace Daybook.Pdf;

/// <summary>A word, or the part of one between two places where the line may break, as glyphs. Immutable.</summary>
/// <param name="Width">1 being the size of the text.</param>
/// <param name="GlyphCount">Those that move the pen, which letter spacing is added to.</param>
internal sealed record ShapedWord(string Text, double Width, int GlyphCount, ShapedRun[] Runs)
{
    public static readonly ShapedWord Empty = new("", 0, 0, []);

    public double WidthIn(in TextStyle style) => Width * style.Size + GlyphCount * style.LetterSpacing;
}
