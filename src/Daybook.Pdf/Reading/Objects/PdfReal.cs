namespace Daybook.Pdf.Reading.Objects;

internal sealed class PdfReal(double value) : PdfObject
{
    public double Value => value;
}
