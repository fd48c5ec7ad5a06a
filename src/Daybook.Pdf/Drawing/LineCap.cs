namespace Daybook.Pdf;

public enum LineCap
{
    Butt,
    Round,
    Square,
}
