namespace Daybook.Pdf.Reading.Objects;

internal sealed class PdfBoolean(bool value) : PdfObject
{
    public bool Value => value;
}
