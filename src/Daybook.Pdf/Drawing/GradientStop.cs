namespace Daybook.Pdf;

/// <param name="Offset">From 0, the start, to 1, the end.</param>
public readonly record struct GradientStop(double Offset, PdfColor Color);
