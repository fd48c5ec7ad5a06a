using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>Text broken into lines; all places are relative to its top left corner.</summary>
public sealed class TextBlock
{
    internal TextBlock(ImmutableArray<TextLine> lines, double width)
    {
        Lines = lines;
        Width = width;
        Height = lines.Length == 0 ? 0 : lines[^1].Top + lines[^1].Height;
    }

    public ImmutableArray<TextLine> Lines { get; }

    /// <summary>The width of the widest line, in points.</summary>
    public double Width { get; }

    public double Height { get; }
}
