namespace Daybook.Pdf;

public enum TextDirection
{
    LeftToRight,
    RightToLeft,
}
