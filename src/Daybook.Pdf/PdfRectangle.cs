namespace Daybook.Pdf;

/// <summary>A rectangle in points (1/72 inch), with y upwards from the bottom of the page as PDF has it.</summary>
public readonly record struct PdfRectangle(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;
}
