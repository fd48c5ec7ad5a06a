namespace Daybook.Export.Pdf;

/// <param name="Ground">Colour of the box; null leaves the page.</param>
/// <param name="Bar">Colour of the line at its left.</param>
/// <param name="BarWidth">In points.</param>
internal sealed record FrameStyle(ThemeColor? Ground, ThemeColor Bar, double BarWidth)
{
    public bool Dashed { get; init; }
}
