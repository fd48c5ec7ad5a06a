namespace Daybook.Pdf;

public enum LineJoin
{
    Miter,
    Round,
    Bevel,
}
