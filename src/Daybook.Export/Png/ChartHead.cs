using Daybook.Documents;
using Daybook.Export.Charts;
using Daybook.Export.Pdf;
using Daybook.Pdf;

namespace Daybook.Export.Png;

/// <summary>Title of a chart and what it measures, above a picture that stands alone.</summary>
internal sealed class ChartHead
{
    /// <summary>Free on each side of the picture.</summary>
    public const double Inset = 18;

    private const double Gap = 10;

    private const int LongestTitle = 200;

    private readonly TextBlock _title;
    private readonly TextBlock _caption;

    public ChartHead(Chart chart, double width, PdfStyles styles, TextShaper shaper)
    {
        var room = width - 2 * Inset;
        _title = Lay(chart.Title ?? "", styles.Sans(17, bold: true), styles[ThemeColor.Ink]);
        _caption = Lay(ChartCaption.Of(chart.Options), styles.Sans(ChartText.Size), styles[ThemeColor.Muted]);

        TextBlock Lay(string text, TextStyle style, PdfColor color) =>
            shaper.Lay([new TextSpan(VisibleText.Cut(VisibleText.Plain(text), LongestTitle), style, color)], room, TextLayoutOptions.Default);
    }

    public double Height => Inset + _title.Height + _caption.Height + (_title.Height + _caption.Height > 0 ? Gap : 0);

    public void Draw(PngText text)
    {
        text.Draw(_title, Inset, Inset);
        text.Draw(_caption, Inset, Inset + _title.Height);
    }
}
