using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading;

/// <summary>A page with what it inherits from the page tree.</summary>
/// <param name="Number">From 1.</param>
internal sealed record FilePage(int Number, PdfDictionary Dictionary, PdfDictionary Resources, double[]? MediaBox)
{
    public int ObjectNumber => Dictionary.ObjectNumber;

    public IEnumerable<PdfDictionary> Annotations => Dictionary.Array("Annots")?.Dictionaries ?? [];

    public IEnumerable<PdfStream> Contents => Dictionary.OneOrMany("Contents").OfType<PdfStream>();
}
