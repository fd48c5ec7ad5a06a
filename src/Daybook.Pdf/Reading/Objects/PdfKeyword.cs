namespace Daybook.Pdf.Reading.Objects;

/// <summary>A word that is no object, such as <c>endobj</c> or an operator of a content stream.</summary>
internal sealed class PdfKeyword(string word) : PdfObject
{
    public string Word => word;
}
