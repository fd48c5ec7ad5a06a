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

    /// <summary>For the number of the page, in points.</summary>
    private const double NumberRoom = 130;

    private PdfStyles Styles => setting.Styles;

    private TextStyle Style => Styles.Small;

    public void Draw(IReadOnlyList<PdfPage> pages)
    {
        var forms = new Dictionary<(PageShape Shape, bool IsCover), PdfForm>();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            var key = (new PageShape(page.Width, page.Height), i == 0);
            if (!forms.TryGetValue(key, out var form))
                forms.Add(key, form = Common(key.Item1, key.Item2));
            using var canvas = page.Open();
            using (canvas.MarkArtifact(ArtifactKind.Header))
                canvas.DrawForm(form, 0, 0);
            using (canvas.MarkArtifact(ArtifactKind.Footer))
                Number(canvas, key.Item1, string.Create(CultureInfo.InvariantCulture, $"Page {i + 1:N0} of {pages.Count:N0}"));
        }
    }

    /// <summary>What is the same on every page of one shape: in the file once.</summary>
    private PdfForm Common(PageShape shape, bool isCover)
    {
        var form = setting.Writer.CreateForm(shape.Width, shape.Height);
        using var canvas = form.Open();
        var drawing = new PageDrawing(null, shape, canvas, Styles);
        var classification = setting.Options.Classification ?? metadata.Classification;
        Banner(drawing, classification, BannerTop);
        if (!isCover)
            Head(drawing);
        Foot(drawing);
        Banner(drawing, classification, shape.Height - BannerTop - BannerHeight);
        return form;
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
        var right = DateText.Short(metadata);
        var date = Fitted(right, Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth / 2);
        var title = Fitted(VisibleText.Cut(VisibleText.Plain(metadata.Title), LongestTitle), Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth - date.Width - 20);
        Ends(drawing, title, date, PageShape.Top - 28);
        drawing.Line(PageShape.Left, PageShape.Top - 15, PageShape.Left + drawing.Shape.ContentWidth, PageShape.Top - 15, ThemeColor.Rule, 0.5);
    }

    private void Foot(PageDrawing drawing)
    {
        var source = VisibleText.Cut(VisibleText.Plain($"{metadata.TemplateName} {metadata.TemplateVersion}" + (metadata.Shift is { Length: > 0 } shift ? $" · {shift}" : "")), LongestTitle);
        var left = Fitted(source, Style, Styles[ThemeColor.Muted], drawing.Shape.ContentWidth - NumberRoom);
        var top = FootTop(drawing.Shape);
        drawing.Line(PageShape.Left, top, PageShape.Left + drawing.Shape.ContentWidth, top, ThemeColor.Rule, 0.5);
        drawing.Canvas.DrawLine(left.Lines[0], PageShape.Left, top + 4);
    }

    private void Number(PdfCanvas canvas, PageShape shape, string page)
    {
        var line = Fitted(page, Style, Styles[ThemeColor.Muted], NumberRoom).Lines[0];
        canvas.DrawLine(line, PageShape.Left + shape.ContentWidth - line.Width - line.Left, FootTop(shape) + 4);
    }

    private static double FootTop(PageShape shape) => shape.Height - 57;

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
