using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Conformance.Examining;

/// <summary>A colour space that something is painted in.</summary>
/// <param name="Space">A name, or the array of the space.</param>
/// <param name="Resources">Those it is used with, which may replace device colours by default ones.</param>
internal sealed record ColourUse(PdfObject Space, PdfDictionary Resources, int Page, int StreamNumber);
