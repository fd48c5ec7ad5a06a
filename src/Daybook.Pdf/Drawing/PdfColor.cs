namespace Daybook.Pdf;

/// <summary>A colour of sRGB.</summary>
public readonly record struct PdfColor(byte R, byte G, byte B)
{
    public static PdfColor Black => new(0, 0, 0);

    public static PdfColor White => new(255, 255, 255);
}
