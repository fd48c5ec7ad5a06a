using Daybook.Documents;
using Daybook.Export.Charts;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>A chart: its title, what is measured, the picture, and its numbers where there is no picture of all of them.</summary>
internal sealed class PdfChart(PdfSetting setting, PdfBoxes boxes)
{
    /// <summary>Width of the drawing in the units of chart text, at which that text is as large on paper as the small text around it.</summary>
    private double DrawingWidth(double width) => width * ChartText.Size / (setting.Styles.Sizes.Small * 0.98);

    /// <param name="number">Counts the charts of the report.</param>
    public void Add(Chart chart, BlockPlace place, int number)
    {
        var title = chart.Title is { Length: > 0 } given ? given : $"Chart {number}";
        var texts = new PdfTexts(setting);
        var styles = setting.Styles;
        var caption = ChartCaption.Of(chart.Options);
        var data = ChartData.Of(chart);
        texts.Line(title, styles.Sans(styles.Sizes.Text * 1.08, bold: true), ThemeColor.Ink, place, 14, caption.Length > 0 ? 1 : 6, keep: true);
        if (caption.Length > 0)
            texts.Line(caption, styles.Small, ThemeColor.Muted, place, 0, 6, keep: true);
        var isComplete = setting.Options.IncludeCharts && data.Nothing is null && data.Notes.IsEmpty;
        if (setting.Options.IncludeCharts)
        {
            if (data.Nothing is { } reason)
                boxes.State("Nothing to draw", "There is no picture because " + reason, null, failed: false, place);
            else
                Picture(data, chart.AltText, place);
            foreach (var note in data.Notes)
                texts.Remark(note, place, keep: !chart.Datasets.IsEmpty);
        }

        if (!isComplete && chart.Datasets.Any(dataset => !dataset.Values.IsEmpty))
            new PdfTable(setting).Add(ChartTwin.Of(chart), place, $"Data of {title}");
    }

    private void Picture(ChartData data, string altText, BlockPlace place)
    {
        var figure = place.Parent.Add(StructureType.Figure);
        figure.Alt = VisibleText.Plain(altText);
        var drawing = ChartDrawings.Of(data, DrawingWidth(place.Width), new PdfRenderContext(setting.Styles, setting.Shaper, null));
        var scale = place.Width / drawing.Width;
        if (drawing.Height * scale > setting.Shape.ContentHeight * 0.9)
            scale = setting.Shape.ContentHeight * 0.9 / drawing.Height;
        setting.Filler.Add(new ChartItem(setting, drawing, figure, place.Left, scale) { Frame = place.Frame, SpaceBefore = 2, SpaceAfter = 18, KeepWithNext = !data.Notes.IsEmpty });
    }
}
