namespace Daybook.Pdf;

/// <summary>How the labels of a list are made.</summary>
public enum ListNumbering
{
    None,
    Disc,
    Circle,
    Square,
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperAlpha,
    LowerAlpha,
}
