using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Sections: title, bookmark, entry in the contents, why there is nothing, and where its figures come from.</summary>
internal sealed class PdfSections(PdfSetting setting, PdfContents contents, PdfBoxes boxes)
{
    /// <summary>A section of the report begins a new page where less than this part of one is left.</summary>
    private const double LeastRoom = 0.22;

    private readonly PdfTexts _texts = new(setting);

    private PdfStyles Styles => setting.Styles;

    public void Add(Section section, BlockPlace place, Action<BlockPlace> addBlocks)
    {
        var isTop = place.ListDepth == 0 && place.Levels.SectionLevel == 1;
        if (isTop && setting.Options.SectionsOnNewPages)
            setting.Filler.Break();
        else if (isTop)
            setting.Filler.BreakUnless(setting.Shape.ContentHeight * LeastRoom);
        var element = place.Parent.Add(StructureType.Section);
        var inside = place with { Parent = element };
        if (section.Title is { Length: > 0 } title)
        {
            inside = inside with { Levels = place.Levels.Nested(), Title = title };
            contents.Open(section, setting.Anchors.Of(section), inside.Levels.SectionLevel);
            Title(section, title, inside, isTop);
        }

        State(section, inside);
        if (AnalysisRemark.Of(section) is { } remark)
            _texts.Remark(remark, inside);
        addBlocks(inside);
        if (setting.Options.IncludeMetadata && !section.Sources.IsDefaultOrEmpty)
            Sources(section, inside);
        if (section.Title is { Length: > 0 })
            contents.Close();
    }

    private void Title(Section section, string title, BlockPlace place, bool isTop)
    {
        var level = place.Levels.SectionLevel;
        if (isTop)
            setting.Filler.Add(new RuleItem(place.Left, place.Width, ThemeColor.RuleStrong, 0.9, 11) { KeepWithNext = true, VanishesAtTop = true, SpaceBefore = 26 });
        var text = SectionIcon.IsDecoration(section.Icon) ? $"{section.Icon} {title}" : title;
        var block = setting.Lay(text, Styles.Heading(level), ThemeColor.Ink, place.Width, new TextLayoutOptions { LineHeight = 1.22 });
        var element = place.Parent.Add(PdfTexts.TypeOf(level));
        var anchor = setting.Anchors.Of(section);
        setting.Filler.Add(new TextItem(block, element, place.Left)
        {
            KeepWithNext = true, SpaceBefore = isTop ? 0 : level == 3 ? 20 : 15, SpaceAfter = isTop ? 10 : 6, OnDraw = (page, top) =>
            {
                page.Page.SetDestination(anchor, Math.Max(top - 20, 0));
                contents.Reached(anchor, page.Page);
            },
        });
    }

    private void State(Section section, BlockPlace place)
    {
        switch (section.Status)
        {
            case SectionStatus.Failed:
                boxes.State("This section could not be made", section.Reason ?? "No reason was given.", section.ReasonCode, failed: true, place);
                break;
            case SectionStatus.Empty:
                boxes.State("No data", section.Reason ?? "There was no data for this section.", null, failed: false, place);
                break;
            case SectionStatus.Ok:
                break;
        }
    }

    private void Sources(Section section, BlockPlace place)
    {
        var spans = new List<TextSpan> { new("Computed from ", Styles.Small, Styles[ThemeColor.Muted]) };
        for (var i = 0; i < section.Sources.Length; i++)
        {
            if (i > 0)
                spans.Add(new(", ", Styles.Small, Styles[ThemeColor.Muted]));
            VisibleText.Add(spans, section.Sources[i], new("", Styles.Mono(Styles.Sizes.Small * 0.92), Styles[ThemeColor.Muted]), Styles);
        }

        var block = setting.Shaper.Lay(spans, place.Width, new TextLayoutOptions { LineHeight = 1.4 });
        setting.Filler.Add(new TextItem(block, place.Parent.Add(StructureType.P), place.Left) { SpaceBefore = 8, SpaceAfter = 4 });
    }
}
