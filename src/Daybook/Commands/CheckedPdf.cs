using Daybook.Pdf.Conformance;

namespace Daybook.Commands;

/// <param name="Report">Null where the file could not be read.</param>
/// <param name="Error">Why it could not be read; null where it could.</param>
internal sealed record CheckedPdf(string Path, PdfConformanceReport? Report, string? Error);
