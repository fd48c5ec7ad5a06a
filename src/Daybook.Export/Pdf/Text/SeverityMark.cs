using Daybook.Documents;

namespace Daybook.Export.Pdf;

/// <summary>The mark of a severity: each has a shape of its own, so that colour is never alone.</summary>
internal static class SeverityMark
{
    /// <param name="size">Width of the square that the mark fills, in points.</param>
    public static void Draw(PageDrawing page, Severity severity, double x, double y, double size)
    {
        var canvas = page.Canvas;
        var half = size / 2;
        canvas.SetFill(page.Styles[ThemeColors.Solid(severity)]);
        switch (severity)
        {
            case Severity.Critical:
                Polygon(page, [(x, y - half * 1.16), (x + half * 1.16, y), (x, y + half * 1.16), (x - half * 1.16, y)]);
                break;
            case Severity.High:
                Polygon(page, [(x, y - half), (x + half, y + half * 0.9), (x - half, y + half * 0.9)]);
                break;
            case Severity.Medium:
                canvas.Rectangle(x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9);
                canvas.Fill();
                break;
            case Severity.Low:
                Polygon(page, [(x - half, y - half * 0.9), (x + half, y - half * 0.9), (x, y + half)]);
                break;
            case Severity.Minimal:
                canvas.Ellipse(x, y, half, half);
                canvas.Fill();
                break;
            case Severity.Unknown:
                canvas.SetStroke(page.Styles[ThemeColors.Solid(severity)], size / 4);
                canvas.Ellipse(x, y, half * 0.75, half * 0.75);
                canvas.Stroke();
                break;
            case Severity.Info:
                canvas.Rectangle(x - half, y - size * 0.18, size, size * 0.36);
                canvas.Fill();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(severity), severity, null);
        }
    }

    private static void Polygon(PageDrawing page, ReadOnlySpan<(double X, double Y)> points)
    {
        page.Canvas.MoveTo(points[0].X, points[0].Y);
        foreach (var (x, y) in points[1..])
            page.Canvas.LineTo(x, y);
        page.Canvas.Close();
        page.Canvas.Fill();
    }
}
