using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Files;

/// <param name="End">Position after the object.</param>
internal sealed record IndirectObject(int Number, int Generation, PdfObject Value, int End);
