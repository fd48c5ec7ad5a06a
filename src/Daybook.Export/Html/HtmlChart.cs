using Daybook.Documents;

namespace Daybook.Export;

/// <summary>A chart as a figure: title, picture and the numbers behind it.</summary>
internal sealed class HtmlChart(HtmlWriter writer, HtmlInlines inlines)
{
    public void Write(Chart chart, int number)
    {
        writer.Raw("<figure class=\"chart\"><figcaption>"u8).Text(chart.Title ?? $"Chart {number}").Raw("</figcaption>\n"u8);
        new HtmlTable(writer, inlines).Write(ChartTwin.Of(chart), chart.Title ?? $"Chart {number}");
        writer.Raw("</figure>\n"u8);
    }
}
