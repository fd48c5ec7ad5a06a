namespace Daybook.Pdf.Reading.Objects;

/// <summary>One of the kinds of objects of ISO 32000-1, 7.3, as read from a file.</summary>
internal abstract class PdfObject
{
    private protected PdfObject()
    {
    }
}
