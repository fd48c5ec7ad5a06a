using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The number, bullet or box before a list item.</summary>
/// <param name="label">The element that the marker is read as.</param>
/// <param name="text">A number; null draws <paramref name="shape"/>.</param>
/// <param name="right">Where a number ends and a shape is centred near, from the left edge of the page.</param>
internal sealed class ItemMarker(StructureElement label, TextBlock? text, MarkerShape shape, double right)
{
    private const double Box = 8;

    /// <param name="body">The text that the marker stands before; its first line gives the height.</param>
    public void Draw(PageDrawing page, TextBlock body, double top)
    {
        using var mark = page.Canvas.Mark(label);
        if (text is not null)
        {
            var baseline = body.Lines.Length > 0 ? body.Lines[0].Baseline : text.Lines[0].Baseline;
            page.Canvas.DrawText(text, right - text.Width, top + baseline - text.Lines[0].Baseline);
            return;
        }

        var size = page.Styles.Sizes.Text;
        var middle = top + (body.Lines.Length > 0 ? body.Lines[0].Baseline : size) - size * 0.36;
        Shape(page, right, middle);
    }

    private void Shape(PageDrawing page, double x, double middle)
    {
        var canvas = page.Canvas;
        switch (shape)
        {
            case MarkerShape.Disc:
                canvas.SetFill(page.Styles[ThemeColor.Muted]);
                canvas.Ellipse(x - 2.3, middle, 1.7, 1.7);
                canvas.Fill();
                break;
            case MarkerShape.Circle:
                canvas.SetStroke(page.Styles[ThemeColor.Muted], 0.8);
                canvas.Ellipse(x - 2.3, middle, 1.5, 1.5);
                canvas.Stroke();
                break;
            case MarkerShape.Square:
                page.Fill(x - 4, middle - 1.4, 2.8, 2.8, ThemeColor.Muted);
                break;
            case MarkerShape.ToDo:
                canvas.SetStroke(page.Styles[ThemeColor.Muted], 0.9);
                canvas.RoundedRectangle(x - Box, middle - Box / 2, Box, Box, 1.5);
                canvas.Stroke();
                break;
            case MarkerShape.Done:
                canvas.SetFill(page.Styles[ThemeColor.Link]);
                canvas.RoundedRectangle(x - Box - 0.4, middle - Box / 2 - 0.4, Box + 0.8, Box + 0.8, 1.5);
                canvas.Fill();
                canvas.SetStroke(page.Styles[ThemeColor.Page], 1.2);
                canvas.MoveTo(x - Box + 1.6, middle + 0.2);
                canvas.LineTo(x - Box + 3.4, middle + 2);
                canvas.LineTo(x - 1.5, middle - 2);
                canvas.Stroke();
                break;
            default:
                throw new InvalidOperationException($"There is no shape {shape}.");
        }
    }
}
