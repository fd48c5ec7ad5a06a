using Daybook.Documents;
using Daybook.Export.Charts;

namespace Daybook.Export;

/// <summary>A chart as a figure: title, picture (one for wide and one for narrow screens) and the numbers behind it.</summary>
internal sealed class HtmlChart(HtmlWriter writer, HtmlInlines inlines, ExportOptions options)
{
    private const double WideWidth = 860;
    private const double NarrowWidth = 360;

    /// <param name="number">Counts the charts of the page.</param>
    public void Write(Chart chart, int number)
    {
        var title = chart.Title is { Length: > 0 } given ? given : $"Chart {number}";
        writer.Raw("<div class=\"chart\"><figure><figcaption>"u8).Text(title);
        if (ChartCaption.Of(chart.Options) is { Length: > 0 } caption)
            writer.Raw(" <span class=\"sub\">"u8).Text(caption).Raw("</span>"u8);
        writer.Raw("</figcaption>\n"u8);
        if (options.IncludeCharts)
            Picture(chart, title, number);
        writer.Raw("</figure>\n"u8);
        if (!chart.Datasets.IsEmpty)
            Numbers(chart, title);
        writer.Raw("</div>\n"u8);
    }

    private void Picture(Chart chart, string title, int number)
    {
        var data = ChartData.Of(chart);
        if (data.Nothing is { } reason)
        {
            writer.Raw("<div class=\"state empty\" role=\"note\"><p class=\"state-title\">Nothing to draw</p><p>There is no picture because "u8).Text(reason).Raw("</p></div>\n"u8);
        }
        else
        {
            SvgChart.Write(writer, data, WideWidth, title, "wide", $"_c{number}w", options.Theme);
            SvgChart.Write(writer, data, NarrowWidth, title, "narrow", $"_c{number}n", options.Theme);
        }

        foreach (var note in data.Notes)
            writer.Raw("<p class=\"remark\">"u8).Text(note).Raw("</p>\n"u8);
    }

    private void Numbers(Chart chart, string title)
    {
        var table = ChartTwin.Of(chart);
        if (!options.IncludeCharts)
        {
            new HtmlTable(writer, inlines).Write(table, title);
            return;
        }

        writer.Raw("<details><summary>Data table</summary>\n"u8);
        new HtmlTable(writer, inlines).Write(table, $"Data of {title}");
        writer.Raw("</details>\n"u8);
    }
}
