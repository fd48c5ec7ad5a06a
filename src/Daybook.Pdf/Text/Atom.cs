namespace Daybook.Pdf;

/// <summary>The smallest thing lines are made of: a word, or the spaces after one, of one span and one direction.</summary>
/// <param name="Width">In points.</param>
internal readonly record struct Atom(int SpanIndex, int Start, int Length, byte Level, bool IsSpace, double Width, ShapedWord Word)
{
    public int End => Start + Length;

    public bool RightToLeft => Level % 2 == 1;
}
