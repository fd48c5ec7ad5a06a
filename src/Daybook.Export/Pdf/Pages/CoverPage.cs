using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The first page: what the report is, of which day, who answers for it, and whether it is whole.</summary>
internal sealed class CoverPage(PdfSetting setting, ReportDocument document, StructureElement parent)
{
    private const int LongestTitle = 300;

    private const double FactName = 112;

    private PdfStyles Styles => setting.Styles;

    private static double Left => PageShape.Left;

    private double Width => setting.Shape.ContentWidth;

    /// <returns>Where the cover ends, from the top of its page.</returns>
    public double Draw()
    {
        var page = setting.Writer.AddPage(setting.Shape.Width, setting.Shape.Height);
        setting.Pages.Add(page);
        using var canvas = page.Open();
        var drawing = new PageDrawing(page, setting.Shape, canvas, Styles);
        page.SetDestination("_cover", 0);
        Watermark.Draw(setting, drawing);
        var y = setting.Shape.Height * 0.17;
        Logo(drawing);
        using (canvas.MarkArtifact(ArtifactKind.Layout))
            drawing.Fill(Left, y, 46, 6, ThemeColor.Accent);
        y += 26;
        y = Titles(drawing, y);
        y = Facts(drawing, y + 24);
        if (document.Metadata.Status == ReportStatus.CompletedWithErrors)
            y = Errors(drawing, y + 22);
        return y;
    }

    private void Logo(PageDrawing drawing)
    {
        if (Styles.Theme.Logo is not { } logo)
            return;
        try
        {
            var image = PdfImage.Load(logo.Content.AsMemory());
            var height = Math.Min(logo.Height, image.Height * Width / image.Width);
            var figure = parent.Add(StructureType.Figure);
            figure.Alt = logo.AltText;
            var (top, width) = (Math.Max(setting.Shape.Height * 0.17 - 34 - height, 52), image.Width * height / image.Height);
            figure.BBox = drawing.Box(Left, top, width, height);
            using var mark = drawing.Canvas.Mark(figure);
            drawing.Canvas.DrawImage(image, Left, top, width, height);
        }
        catch (ImageFileException error)
        {
            setting.Notes.Add(new ExportNote(ExportNoteCodes.LogoNotShown, "The theme's logo cannot be shown: " + error.Message));
        }
    }

    private double Titles(PageDrawing drawing, double y)
    {
        var metadata = document.Metadata;
        if (metadata.TemplateName != metadata.Title)
            y = Text(drawing, VisibleText.Cut(metadata.TemplateName, LongestTitle), Styles.Sans(Styles.Sizes.Text * 1.1, bold: true), ThemeColor.Muted, y, StructureType.P, 1.3) + 5;
        var title = VisibleText.Cut(metadata.Title, LongestTitle);
        var size = Styles.Sizes.Title * title.Length switch { <= 60 => 1, <= 120 => 0.8, _ => 0.6 };
        y = Text(drawing, title, Styles.Sans(size, bold: true) with { LetterSpacing = -0.018 * size }, ThemeColor.Ink, y, StructureType.H1, 1.14);
        if (title.Length < metadata.Title.Length)
        {
            var note = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The title has {metadata.Title.Length:N0} characters; the first {LongestTitle} are shown.");
            y = Text(drawing, note, Styles.Small, ThemeColor.Muted, y + 6, StructureType.P, 1.4);
            setting.Notes.Add(new ExportNote(ExportNoteCodes.TitleCut, note));
        }

        return metadata.Subtitle is { Length: > 0 } subtitle
            ? Text(drawing, VisibleText.Cut(subtitle, LongestTitle), Styles.Sans(Styles.Sizes.Text * 1.35), ThemeColor.Muted, y + 9, StructureType.P, 1.4)
            : y;
    }

    private double Facts(PageDrawing drawing, double y)
    {
        var list = parent.Add(StructureType.L);
        list.ListNumbering = ListNumbering.None;
        using (drawing.Canvas.MarkArtifact(ArtifactKind.Layout))
            drawing.Line(Left, y, Left + Width, y, ThemeColor.RuleStrong, 0.9);
        y += 7;
        foreach (var (name, value) in MetadataLines.OfCover(document.Metadata, setting.Options))
        {
            var item = list.Add(StructureType.LI);
            var label = setting.Lay(name, Styles.Body, ThemeColor.Muted, FactName, PdfTexts.Running);
            var text = setting.Lay(VisibleText.Cut(value, LongestTitle), Styles.Body with { Bold = true }, ThemeColor.Ink, Width - FactName, PdfTexts.Running);
            TextDrawing.Draw(drawing, label, item.Add(StructureType.Lbl), Left, y + 6, 0, label.Lines.Length);
            TextDrawing.Draw(drawing, text, item.Add(StructureType.LBody), Left + FactName, y + 6, 0, text.Lines.Length);
            y += Math.Max(label.Height, text.Height) + 12;
            using var mark = drawing.Canvas.MarkArtifact(ArtifactKind.Layout);
            drawing.Line(Left, y, Left + Width, y, ThemeColor.Rule, 0.5);
        }

        return y;
    }

    /// <summary>What is missing stands on the first page, not only where it is missing.</summary>
    private double Errors(PageDrawing drawing, double y)
    {
        const double Inset = 14;
        var title = setting.Lay("This report is not complete", Styles.Body with { Bold = true }, ThemeColor.CriticalText, Width - 2 * Inset, PdfTexts.Running);
        var text = setting.Shaper.Lay(IncompleteSections(), Width - 2 * Inset, PdfTexts.Running);
        var shown = text.Lines.Length;
        while (shown > 1 && y + title.Height + text.Lines[shown - 1].Top > setting.Shape.Bottom - 40)
            shown--;
        var height = title.Height + text.Lines[shown - 1].Top + text.Lines[shown - 1].Height + 2 * BlockFrame.Padding + 2;
        using (drawing.Canvas.MarkArtifact(ArtifactKind.Background))
        {
            drawing.Fill(Left, y, Width, height, ThemeColor.CriticalTint);
            drawing.Fill(Left, y, 3, height, ThemeColor.Critical);
        }

        var note = parent.Add(StructureType.Div);
        TextDrawing.Draw(drawing, title, note.Add(StructureType.P), Left + Inset, y + BlockFrame.Padding, 0, title.Lines.Length);
        TextDrawing.Draw(drawing, text, note.Add(StructureType.P), Left + Inset, y + BlockFrame.Padding + title.Height + 2, 0, shown);
        return y + height;
    }

    private List<TextSpan> IncompleteSections()
    {
        var plain = new TextSpan("", Styles.Body, Styles[ThemeColor.Ink]);
        var spans = new List<TextSpan>();
        foreach (var (words, sections) in Shortcomings.Of(document))
        {
            spans.Add(plain with { Text = spans.Count == 0 ? words : " " + words });
            for (var i = 0; i < sections.Length; i++)
            {
                if (i > 0)
                    spans.Add(plain with { Text = ", " });
                var name = VisibleText.Cut(VisibleText.Plain(sections[i].Title ?? sections[i].Id), 120);
                if (sections[i].Title is { Length: > 0 })
                    spans.Add(plain with { Text = name, Color = Styles[ThemeColor.Link], Underline = true, Tag = new LinkTag(new PdfTarget.Named(setting.Anchors.Of(sections[i])), "Section " + name) });
                else
                    spans.Add(plain with { Text = name });
            }

            if (!sections.IsEmpty)
                spans.Add(plain with { Text = "." });
        }

        return spans;
    }

    private double Text(PageDrawing drawing, string text, TextStyle style, ThemeColor color, double y, StructureType type, double lineHeight)
    {
        var block = setting.Lay(text, style, color, Width, new TextLayoutOptions { LineHeight = lineHeight });
        TextDrawing.Draw(drawing, block, parent.Add(type), Left, y, 0, block.Lines.Length);
        return y + block.Height;
    }
}
