using System.Globalization;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>
/// The table of contents. It is made when every page number is known: on the cover where it is short, else on pages put behind the cover.
/// </summary>
/// <param name="parent">Holds the place of the contents in the structure.</param>
internal sealed class ContentsPages(PdfSetting setting, IReadOnlyList<ContentsEntry> entries, StructureElement parent)
{
    private const double NumberRoom = 34;

    private const double Indent = 14;

    private const int LongestTitle = 160;

    /// <summary>Between the cover and contents that stand on it.</summary>
    private const double Distance = 34;

    private static readonly TextLayoutOptions Lines = new() { LineHeight = 1.35 };

    private PdfStyles Styles => setting.Styles;

    private static double Left => PageShape.Left;

    private double Right => Left + setting.Shape.ContentWidth;

    /// <param name="coverEnd">Where the text of the cover ends, from the top of its page.</param>
    public void Draw(double coverEnd)
    {
        var contents = parent.Add(StructureType.TOC);
        var style = Styles.Sans(Styles.Sizes.Heading, bold: true);
        var onCover = Paged(coverEnd + Distance, style);
        if (onCover.Count == 1)
        {
            Draw(setting.Pages[0], onCover[0], contents, coverEnd + Distance, style);
            return;
        }

        style = Styles.Heading(2);
        var pages = Paged(PageShape.Top, style);
        var sheets = pages.Select((_, i) => setting.Writer.InsertPage(1 + i, setting.Shape.Width, setting.Shape.Height)).ToList();
        setting.Pages.InsertRange(1, sheets);
        for (var i = 0; i < pages.Count; i++)
        {
            using (var canvas = sheets[i].Open())
                Watermark.Draw(setting, new PageDrawing(sheets[i], setting.Shape, canvas, Styles));
            Draw(sheets[i], pages[i], contents, PageShape.Top, i == 0 ? style : null);
        }
    }

    /// <param name="top">Where the title stands on the first page.</param>
    private List<List<ContentsLine>> Paged(double top, TextStyle heading)
    {
        var pages = new List<List<ContentsLine>> { new() };
        var y = top + heading.Size * 1.35 + 6;
        foreach (var entry in entries)
        {
            var style = entry.Depth == 0 ? Styles.Body with { Bold = true } : Styles.Body;
            var number = setting.Lay(entry.Number, style with { TabularFigures = true, Bold = false }, ThemeColor.Muted, PdfSetting.OneLine, Lines);
            var left = TitleLeft(entry, number);
            var title = setting.Lay(VisibleText.Cut(entry.Title, LongestTitle), style, ThemeColor.Ink, Right - left - NumberRoom - Room(entry), Lines);
            y += entry.Depth == 0 ? 7 : 2;
            if (y + title.Height > setting.Shape.Bottom)
            {
                pages.Add([]);
                y = PageShape.Top;
            }

            pages[^1].Add(new ContentsLine(entry, number, title, left, y));
            y += title.Height;
        }

        return pages;
    }

    private static double TitleLeft(ContentsEntry entry, TextBlock number) => Left + entry.Depth * Indent + Math.Max(20 + entry.Depth * 6, number.Width + 7);

    private double Room(ContentsEntry entry) => State(entry) is { } state ? state.Width + 10 : 0;

    private TextBlock? State(ContentsEntry entry) => entry.Status switch
    {
        SectionStatus.Ok => null,
        SectionStatus.Failed => setting.Lay("failed", Styles.Small with { Bold = true }, ThemeColor.CriticalText, PdfSetting.OneLine, Lines),
        SectionStatus.Empty => setting.Lay("no data", Styles.Small with { Bold = true }, ThemeColor.Muted, PdfSetting.OneLine, Lines),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Status, null),
    };

    /// <param name="heading">Of the title above the entries; null where they go on from another page.</param>
    private void Draw(PdfPage page, List<ContentsLine> lines, StructureElement contents, double top, TextStyle? heading)
    {
        using var canvas = page.Open();
        var drawing = new PageDrawing(page, setting.Shape, canvas, Styles);
        if (heading is { } style)
        {
            var title = setting.Lay("Contents", style, ThemeColor.Ink, setting.Shape.ContentWidth);
            TextDrawing.Draw(drawing, title, contents.Add(StructureType.Caption), Left, top, 0, 1);
        }

        foreach (var line in lines)
            Entry(drawing, line, contents.Add(StructureType.TOCI));
    }

    private void Entry(PageDrawing drawing, ContentsLine line, StructureElement item)
    {
        var link = item.Add(StructureType.Reference).Add(StructureType.Link);
        var (entry, number, title, left, y) = line;
        var last = title.Lines[^1];
        var pageNumber = ((entry.Page?.Index ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
        var place = setting.Lay(pageNumber, Styles.Body with { TabularFigures = true }, ThemeColor.Ink, PdfSetting.OneLine, Lines);
        TextDrawing.Draw(drawing, number, link, left - number.Width - 7, y, 0, 1);
        TextDrawing.Draw(drawing, title, link, left, y, 0, title.Lines.Length);
        var end = left + last.Left + last.Width;
        if (State(entry) is { } state)
        {
            TextDrawing.Draw(drawing, state, link, end + 8, y + last.Baseline - state.Lines[0].Baseline, 0, 1);
            end += state.Width + 10;
        }

        TextDrawing.Draw(drawing, place, link, Right - place.Width, y + last.Top, 0, 1);
        using (drawing.Canvas.MarkArtifact(ArtifactKind.Layout))
            drawing.Line(end + 6, y + last.Baseline - 0.6, Right - Math.Max(place.Width, 12) - 6, y + last.Baseline - 0.6, ThemeColor.RuleStrong, 0.6, [0.6, 3]);
        var words = $"{entry.Number} {VisibleText.Cut(entry.Title, LongestTitle)}, page {pageNumber}";
        drawing.Page.AddLink(left - number.Width - 7, y, Right - left + number.Width + 7, title.Height, new PdfTarget.Named(entry.Anchor), link, words);
    }
}
