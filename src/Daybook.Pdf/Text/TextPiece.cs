namespace Daybook.Pdf;

/// <summary>A stretch of a line that belongs to one span and runs in one direction.</summary>
public sealed class TextPiece
{
    private readonly string source;
    private readonly int start;
    private readonly int length;

    internal TextPiece(int spanIndex, TextSpan span, double left, double width, string source, int start, int length, bool rightToLeft, ShapedWord[] words)
    {
        (SpanIndex, Span, Left, Width, RightToLeft, Words) = (spanIndex, span, left, width, rightToLeft, words);
        (this.source, this.start, this.length) = (source, start, length);
    }

    /// <summary>Which of the spans given to <see cref="TextShaper.Lay"/>.</summary>
    public int SpanIndex { get; }

    public TextSpan Span { get; }

    public object? Tag => Span.Tag;

    /// <summary>In points from the left of the block.</summary>
    public double Left { get; }

    /// <summary>Without the spaces at the end of the line.</summary>
    public double Width { get; }

    public bool RightToLeft { get; }

    /// <summary>The piece's text in reading order, with the spaces at the end of the line.</summary>
    public string Text => source.Substring(start, length);

    /// <summary>Where in the text of all spans it starts.</summary>
    internal int Start => start;

    /// <summary>From left to right, each following the one before it.</summary>
    internal ShapedWord[] Words { get; }
}
