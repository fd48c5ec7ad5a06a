namespace Daybook.Pdf.Reading.Objects;

/// <param name="value">Without the solidus; <c>#xx</c> expanded; one character for each byte.</param>
internal sealed class PdfName(string value) : PdfObject
{
    public string Value => value;
}
