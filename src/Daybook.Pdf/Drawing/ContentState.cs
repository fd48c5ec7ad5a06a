namespace Daybook.Pdf;

/// <summary>What a content stream has set, so that nothing is set twice.</summary>
internal record struct ContentState(
    Matrix Matrix, PdfColor? Fill, PdfColor? Stroke, EmbeddedFont? Font, double FontSize, double FillOpacity, double StrokeOpacity)
{
    public static ContentState At(Matrix matrix) => new(matrix, null, null, null, 0, 1, 1);
}
