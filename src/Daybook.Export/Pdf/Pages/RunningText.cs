using System.Globalization;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>What stands at the head and foot of every page. It is drawn when the number of pages is known.</summary>
internal sealed class RunningText(PdfSetting setting, DocumentMetadata metadata)
{
    private const double BannerTop = 22;

    private const double BannerHeight = 15;

    private const int LongestTitle = 140;

    private PdfStyles Styles => setting.Styles;

    private TextStyle Style => Styles.Small with { TabularFigures = true };

    public void Draw(IReadOnlyList<PdfPage> pages)
    {
        var classification = setting.Options.Classification ?? metadata.Classification;
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            using var canvas = page.Open();
            var drawing = new PageDrawing(page, new PageShape(page.Width, page.Height), canvas, Styles);
            using (canvas.MarkArtifact(ArtifactKind.Header))
            {
                Banner(drawing, classification, BannerTop);
                if (i > 0)
                    Head(drawing);
            }

            using (canvas.MarkArtifact(ArtifactKind.Footer))
            {
                Foot(drawing, string.Create(CultureInfo.InvariantCulture, $"Page {i + 1:N0} of {pages.Count:N0}"));
                Banner(drawing, classification, page.Height - BannerTop - BannerHeight);
            }
        }
    }

    private void Banner(PageDrawing drawing, string? classification, double top)
    {
        if (classification is not { Length: > 0 })
            return;
        var colors = Styles.Theme.ColorsOf(classification);
        var (ground, ink) = (Of(colors.Ground), Of(colors.Text));
        var width = drawing.Shape.ContentWidth;
        drawing.Canvas.SetFill(ground);
        drawing.Canvas.Rectangle(PageShape.Left, top, width, BannerHeight);
        drawing.Canvas.Fill();
        var text = VisibleText.Cut(VisibleText.Plain(classification).ToUpperInvariant(), LongestTitle);
        var style = Styles.Sans(7.6, bold: true) with { LetterSpacing = 0.6 };
        var line = Fitted(text, style, ink, width - 12).Lines[0];
        drawing.Canvas.DrawLine(line, PageShape.Left + (width - line.Width) / 2 - line.Left, top + BannerHeight / 2 + style.Face.CapHeight * style.Size / 2 - line.Baseline);
    }

    private void Head(PageDrawing drawing)
    {
        var right = DateText.Short(metadata.BusinessDate);
        var date = Fitted(right, Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth / 2);
        var title = Fitted(VisibleText.Cut(VisibleText.Plain(metadata.Title), LongestTitle), Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth - date.Width - 20);
        Ends(drawing, title, date, PageShape.Top - 28);
        drawing.Line(PageShape.Left, PageShape.Top - 15, PageShape.Left + drawing.Shape.ContentWidth, PageShape.Top - 15, ThemeColor.Rule, 0.5);
    }

    private void Foot(PageDrawing drawing, string page)
    {
        var number = Fitted(page, Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth / 2);
        var source = VisibleText.Cut(VisibleText.Plain($"{metadata.TemplateName} {metadata.TemplateVersion}" + (metadata.Shift is { Length: > 0 } shift ? $" · {shift}" : "")), LongestTitle);
        var left = Fitted(source, Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth - number.Width - 20);
        var top = drawing.Shape.Height - 57;
        drawing.Line(PageShape.Left, top, PageShape.Left + drawing.Shape.ContentWidth, top, ThemeColor.Rule, 0.5);
        Ends(drawing, left, number, top + 4);
    }

    private static void Ends(PageDrawing drawing, TextBlock left, TextBlock right, double top)
    {
        drawing.Canvas.DrawLine(left.Lines[0], PageShape.Left, top);
        drawing.Canvas.DrawLine(right.Lines[0], PageShape.Left + drawing.Shape.ContentWidth - right.Width - right.Lines[0].Left, top);
    }

    /// <summary>One line: what does not fit is cut.</summary>
    private TextBlock Fitted(string text, TextStyle style, PdfColor color, double width)
    {
        for (var length = text.Length; ; length = length * 9 / 10)
        {
            var block = setting.Shaper.Lay([new TextSpan(VisibleText.Cut(text, length), style, color)], PdfSetting.OneLine, new TextLayoutOptions { Alignment = TextAlignment.Left });
            if (block.Width <= width || length < 10)
                return block;
        }
    }

    private static PdfColor Of(Rgb color) => new(color.R, color.G, color.B);
}
