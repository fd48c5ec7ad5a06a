namespace Daybook.Pdf;

/// <summary>Text of one style within a paragraph. A line feed in it ends the line.</summary>
public sealed record TextSpan(string Text, TextStyle Style, PdfColor Color)
{
    /// <summary>Whatever the caller wants to find again on the pieces of the span, such as a link.</summary>
    public object? Tag { get; init; }

    public bool Underline { get; init; }

    public bool Strikethrough { get; init; }

    /// <summary>A colour behind the text, as high as the font.</summary>
    public PdfColor? Background { get; init; }

    /// <summary>How far the baseline is raised, in points: positive for superscript.</summary>
    public double Rise { get; init; }
}
