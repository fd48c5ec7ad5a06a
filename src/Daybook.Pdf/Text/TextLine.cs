using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>A line of a <see cref="TextBlock"/>, in points from the block's top left corner.</summary>
public sealed class TextLine
{
    internal TextLine(double top, double baseline, double height, double left, double width, ImmutableArray<TextPiece> pieces)
    {
        (Top, Baseline, Height, Left, Width, Pieces) = (top, baseline, height, left, width, pieces);
    }

    public double Top { get; }

    /// <summary>From the top of the block, not of the line.</summary>
    public double Baseline { get; }

    public double Height { get; }

    public double Left { get; }

    /// <summary>Without the spaces at its end.</summary>
    public double Width { get; }

    /// <summary>In reading order, which is from left to right only where the text is.</summary>
    public ImmutableArray<TextPiece> Pieces { get; }
}
