namespace Daybook.Export.Charts;

/// <summary>Writes a chart as one SVG element of a page.</summary>
internal static class SvgChart
{
    /// <param name="cssClass">The page shows one of several pictures of the same chart by its class.</param>
    /// <param name="id">Unique in the page; the ids of title and description are made from it.</param>
    public static void Write(HtmlWriter writer, ChartData data, double width, string title, string cssClass, string id, Theme theme)
    {
        var context = new SvgRenderContext(writer, theme);
        var drawing = ChartDrawings.Of(data, width, context);
        writer.Raw("<svg class=\""u8).Raw(cssClass).Raw("\" viewBox=\"0 0 "u8).Number((int)width).Raw(" "u8).Number((int)drawing.Height)
            .Raw("\" role=\"img\" font-size=\"12.5\" aria-labelledby=\""u8).Raw(id).Raw("t "u8).Raw(id).Raw("d\">\n<title id=\""u8).Raw(id).Raw("t\">"u8)
            .PlainText(title).Raw("</title><desc id=\""u8).Raw(id).Raw("d\">"u8).PlainText(data.Chart.AltText).Raw("</desc>\n"u8);
        drawing.Draw(context);
        writer.Raw("</svg>\n"u8);
    }
}
