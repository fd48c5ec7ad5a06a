using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Adds single texts: paragraphs, headings, remarks.</summary>
internal sealed class PdfTexts(PdfSetting setting)
{
    public const double LineHeight = 1.45;

    public static TextLayoutOptions Running { get; } = new() { LineHeight = LineHeight };

    private PdfStyles Styles => setting.Styles;

    /// <param name="marker">Stands before the text; null stands none.</param>
    public void Paragraph(Paragraph paragraph, BlockPlace place, ItemMarker? marker = null, double spaceAfter = 7, bool keep = false)
    {
        var block = setting.Shaper.Lay(setting.Inlines.Of(paragraph.Inlines, Styles.Body, place.Ink), place.Width, Running);
        Add(block, place.Parent.Add(StructureType.P), place, marker, spaceAfter, keep);
    }

    public void Heading(Heading heading, BlockPlace place)
    {
        var level = place.Levels.Place(heading.Level);
        var spans = setting.Inlines.Of(heading.Inlines, Styles.Heading(level), level >= 5 ? ThemeColor.Muted : place.Ink);
        var block = setting.Shaper.Lay(spans, place.Width, new TextLayoutOptions { LineHeight = 1.25 });
        setting.Filler.Add(new TextItem(block, place.Parent.Add(TypeOf(level)), place.Left)
        {
            Frame = place.Frame, KeepWithNext = true, SpaceBefore = level switch { <= 3 => 18, 4 => 14, _ => 11 }, SpaceAfter = level <= 3 ? 6 : 4,
        });
    }

    /// <summary>A small muted line.</summary>
    public void Remark(string text, BlockPlace place, bool keep = false)
    {
        var block = setting.Lay(text, Styles.Small, ThemeColor.Muted, place.Width, new TextLayoutOptions { LineHeight = 1.4 });
        setting.Filler.Add(new TextItem(block, place.Parent.Add(StructureType.P), place.Left) { Frame = place.Frame, SpaceBefore = 4, SpaceAfter = 8, KeepWithNext = keep });
    }

    /// <summary>A line of one style.</summary>
    public void Line(string text, TextStyle style, ThemeColor color, BlockPlace place, double spaceBefore, double spaceAfter, bool keep)
    {
        var block = setting.Lay(text, style, color, place.Width, new TextLayoutOptions { LineHeight = 1.3 });
        setting.Filler.Add(new TextItem(block, place.Parent.Add(StructureType.P), place.Left)
        {
            Frame = place.Frame, SpaceBefore = spaceBefore, SpaceAfter = spaceAfter, KeepWithNext = keep,
        });
    }

    public void Add(TextBlock block, StructureElement element, BlockPlace place, ItemMarker? marker = null, double spaceAfter = 7, bool keep = false) =>
        setting.Filler.Add(new TextItem(block, element, place.Left) { Frame = place.Frame, Marker = marker, SpaceAfter = spaceAfter, KeepWithNext = keep });

    public static StructureType TypeOf(int level) => level switch
    {
        1 => StructureType.H1,
        2 => StructureType.H2,
        3 => StructureType.H3,
        4 => StructureType.H4,
        5 => StructureType.H5,
        6 => StructureType.H6,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Headings have six levels."),
    };
}
