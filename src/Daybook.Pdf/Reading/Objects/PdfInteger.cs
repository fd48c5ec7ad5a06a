namespace Daybook.Pdf.Reading.Objects;

internal sealed class PdfInteger(long value) : PdfObject
{
    public long Value => value;
}
