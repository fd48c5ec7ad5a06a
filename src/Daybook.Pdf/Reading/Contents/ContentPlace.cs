using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>Where in a file content is being read.</summary>
/// <param name="Page">The page it is shown on.</param>
/// <param name="Kind">What the content stream belongs to.</param>
/// <param name="StreamNumber">The form XObject; 0 in the contents of the page itself.</param>
/// <param name="Owner">The dictionary of the page, form XObject, font or pattern.</param>
/// <param name="OwnResources">Whether the owner names its resources itself.</param>
internal sealed record ContentPlace(FilePage Page, ContentKind Kind, int StreamNumber, PdfDictionary Owner, PdfDictionary Resources, bool OwnResources, int Depth);
