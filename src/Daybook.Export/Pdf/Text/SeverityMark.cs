using Daybook.Documents;

namespace Daybook.Export.Pdf;

/// <summary>The mark of a severity beside its word.</summary>
internal static class SeverityMark
{
    /// <param name="size">Width of the square that the mark fills, in points.</param>
    public static void Draw(PageDrawing page, Severity severity, double x, double y, double size)
    {
        var canvas = page.Canvas;
        var shape = SeverityShape.Of(severity);
        var half = size / 2;
        if (shape.Ring is { } ring)
        {
            canvas.SetStroke(page.Styles[ThemeColors.Solid(severity)], ring * half);
            canvas.Ellipse(x, y, half * shape.Radius, half * shape.Radius);
            canvas.Stroke();
            return;
        }

        canvas.SetFill(page.Styles[ThemeColors.Solid(severity)]);
        if (shape.Corners.IsEmpty)
        {
            canvas.Ellipse(x, y, half * shape.Radius, half * shape.Radius);
        }
        else
        {
            canvas.MoveTo(x + shape.Corners[0].X * half, y + shape.Corners[0].Y * half);
            foreach (var corner in shape.Corners.AsSpan()[1..])
                canvas.LineTo(x + corner.X * half, y + corner.Y * half);
            canvas.Close();
        }

        canvas.Fill();
    }
}
