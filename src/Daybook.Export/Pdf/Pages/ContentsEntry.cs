using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A line of the table of contents.</summary>
/// <param name="Number">Such as <c>2.1.</c></param>
/// <param name="Depth">0 for sections of the report.</param>
internal sealed record ContentsEntry(string Number, string Title, string Anchor, int Depth, SectionStatus Status)
{
    /// <summary>Where the section begins; null until its page is drawn.</summary>
    public PdfPage? Page { get; set; }
}
