using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>The last page: where the report comes from, what it was made with, and what could not be shown as it should.</summary>
internal sealed class MetadataPage(PdfSetting setting, ReportDocument document, PdfContents contents)
{
    private const string Title = "About this report";

    private const string Anchor = "_about";

    private const int LongestValue = 2000;

    private const int MostNotes = 50;

    private readonly PdfTexts _texts = new(setting);

    public void Add(StructureElement part)
    {
        var section = part.Add(StructureType.Section);
        var place = new BlockPlace(PageShape.Left, setting.Shape.ContentWidth, section, new HeadingLevels(sectionLevel: 2));
        setting.Filler.Break();
        contents.Open(new Section(Anchor, Title, SectionKind.Data, []), Anchor, level: 2);
        Heading(place);
        Table("Origin", [.. MetadataLines.Origin(document.Metadata), .. MetadataLines.Facts(document.Metadata), ("Status", StatusText.Of(document.Metadata.Status)), .. Models()], place);
        if (Parameters() is { IsEmpty: false } parameters)
            Table("Parameters", parameters, place);
        Notes(place);
        contents.Close();
    }

    private void Heading(BlockPlace place)
    {
        setting.Filler.Add(new RuleItem(place.Left, place.Width, ThemeColor.RuleStrong, 0.9, 11) { KeepWithNext = true, VanishesAtTop = true });
        var block = setting.Lay(Title, setting.Styles.Heading(2), ThemeColor.Ink, place.Width, new TextLayoutOptions { LineHeight = 1.22 });
        setting.Filler.Add(new TextItem(block, place.Parent.Add(StructureType.H2), place.Left)
        {
            KeepWithNext = true, SpaceAfter = 8, OnDraw = (page, top) =>
            {
                page.Page.SetDestination(Anchor, Math.Max(top - 20, 0));
                contents.Reached(Anchor, page.Page);
            },
        });
    }

    private void Table(string caption, IEnumerable<(string Name, string Value)> lines, BlockPlace place)
    {
        var table = new Table(
            [
                new TableColumn("name", "Item", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
                new TableColumn("value", "Value", CellType.Text, ColumnAlignment.Left),
            ],
            [.. lines.Select(line => new TableRow([Text(line.Name), Text(VisibleText.Cut(line.Value, LongestValue))]))])
            { Caption = caption };
        new PdfTable(setting).Add(table, place, caption);
    }

    private IEnumerable<(string Name, string Value)> Models() =>
        Analyses(document.Sections).Select(section => section.AnalysisModel!).Distinct().Order(StringComparer.Ordinal).Select(model => ("AI model", model));

    private static IEnumerable<Section> Analyses(IEnumerable<Section> sections) =>
        sections.SelectMany(section => (section.AnalysisModel is null ? [] : new[] { section }).Concat(Analyses(section.Blocks.OfType<Section>())));

    private ImmutableArray<(string Name, string Value)> Parameters()
    {
        if (document.Metadata.Parameters is not { } json)
            return [];
        using var values = JsonDocument.Parse(json);
        return [.. values.RootElement.EnumerateObject().Select(value => (value.Name, value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString()! : value.Value.GetRawText()))];
    }

    /// <summary>What is known by now: the pages before this one are drawn or measured.</summary>
    private void Notes(BlockPlace place)
    {
        var notes = setting.Notes.Concat(setting.Shaper.Missing.Select(MissingText.NoteOf)).Select(note => note.Message).ToList();
        if (notes.Count == 0)
            return;
        _texts.Line("What could not be shown as it should", setting.Styles.Heading(4), ThemeColor.Ink, place, 14, 4, keep: true);
        foreach (var note in notes.Take(MostNotes))
            _texts.Remark(note, place);
        if (notes.Count > MostNotes)
            _texts.Remark($"And {notes.Count - MostNotes} more.", place);
    }

    private static TextCell Text(string text) => new([new TextInline(text)]);
}
