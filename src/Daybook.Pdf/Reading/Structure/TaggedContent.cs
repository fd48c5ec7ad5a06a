using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>Something of a page that a structure element holds: a marked-content sequence or an object such as an annotation.</summary>
/// <param name="PageNumber">The object number of the page; 0 where none is named.</param>
/// <param name="StreamNumber">The form XObject the sequence stands in; 0 in the contents of the page itself.</param>
/// <param name="Mcid">Null where an object is held.</param>
/// <param name="Object">The object held; null where it is a sequence, or missing.</param>
internal sealed record TaggedContent(int PageNumber, int StreamNumber, int? Mcid, PdfDictionary? Object);
