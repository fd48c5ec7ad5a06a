namespace Daybook.Pdf;

public enum PageLabelStyle
{
    /// <summary>The prefix alone.</summary>
    None,
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperLetters,
    LowerLetters,
}
