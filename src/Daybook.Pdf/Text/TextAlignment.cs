namespace Daybook.Pdf;

/// <summary>Start and end follow the direction of the paragraph; left and right do not.</summary>
public enum TextAlignment
{
    Start,
    Center,
    End,
    Left,
    Right,
}
