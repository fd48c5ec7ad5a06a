namespace Daybook.Pdf.Reading.Objects;

internal sealed class PdfReference(int number, int generation) : PdfObject
{
    public int Number => number;

    public int Generation => generation;
}
