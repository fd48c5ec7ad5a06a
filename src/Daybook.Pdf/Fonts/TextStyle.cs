namespace Daybook.Pdf;

/// <summary>How text is set. <paramref name="Size"/> is in points.</summary>
public readonly record struct TextStyle(FontFamily Family, double Size)
{
    public bool Bold { get; init; }

    public bool Italic { get; init; }

    /// <summary>Digits of one width, so that numbers stand under each other.</summary>
    public bool TabularFigures { get; init; }

    /// <summary>Space added after each character, in points.</summary>
    public double LetterSpacing { get; init; }

    public FontFace Face => Family.Face(Bold, Italic);
}
