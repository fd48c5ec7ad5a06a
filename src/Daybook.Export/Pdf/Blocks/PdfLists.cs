using System.Globalization;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Bullet, numbered and task lists, as deep as they come.</summary>
internal sealed class PdfLists(PdfSetting setting, Action<DocumentBlock, BlockPlace> addBlock)
{
    private const double Indent = 15;

    private const double LastIndent = 9;

    private readonly PdfTexts _texts = new(setting);

    public void Add(ListBlock list, BlockPlace place)
    {
        var element = place.Parent.Add(StructureType.L);
        element.ListNumbering = list.Ordered ? ListNumbering.Decimal : place.ListDepth switch { 0 => ListNumbering.Disc, 1 => ListNumbering.Circle, _ => ListNumbering.Square };
        var numbers = list.Ordered ? Enumerable.Range(0, list.Items.Length).Select(i => Number(list.Start + i)).ToList() : [];
        var indent = Math.Max(place.ListDepth > 6 ? LastIndent : Indent, numbers.Count == 0 ? 0 : numbers.Max(number => number.Width) + 7);
        for (var i = 0; i < list.Items.Length; i++)
        {
            var isLast = i == list.Items.Length - 1;
            Item(list.Items[i], element, place.Indented(indent) with { ListDepth = place.ListDepth + 1 }, numbers.ElementAtOrDefault(i), isLast && place.ListDepth == 0 ? 8 : 3);
        }
    }

    private TextBlock Number(int number) => setting.Shaper.Lay(
        [new TextSpan(number.ToString(CultureInfo.InvariantCulture) + ".", setting.Styles.Body with { TabularFigures = true }, setting.Styles[ThemeColor.Muted])], PdfSetting.OneLine, PdfTexts.Running);

    private void Item(ListItem item, StructureElement list, BlockPlace place, TextBlock? number, double spaceAfter)
    {
        var element = list.Add(StructureType.LI);
        var label = element.Add(StructureType.Lbl);
        var body = place with { Parent = element.Add(StructureType.LBody) };
        if (item.Checked is { } done)
            label.ActualText = done ? "Done:" : "To do:";
        else if (number is null)
            label.ActualText = "•";
        var marker = new ItemMarker(label, item.Checked is null ? number : null, ShapeOf(item, place.ListDepth), place.Left - 6);
        var blocks = item.Blocks;
        if (blocks is [Paragraph first, ..])
        {
            _texts.Paragraph(first, body, marker, blocks.Length == 1 ? spaceAfter : 3);
            blocks = blocks.RemoveAt(0);
        }
        else
        {
            var empty = setting.Shaper.Lay([new TextSpan(" ", setting.Styles.Body, setting.Styles[ThemeColor.Ink])], place.Width, PdfTexts.Running);
            _texts.Add(empty, body.Parent.Add(StructureType.P), body, marker, 3, keep: true);
        }

        foreach (var block in blocks)
            addBlock(block, body);
    }

    private static MarkerShape ShapeOf(ListItem item, int depth) => (item.Checked, depth) switch
    {
        (true, _) => MarkerShape.Done,
        (false, _) => MarkerShape.ToDo,
        (null, 1) => MarkerShape.Disc,
        (null, 2) => MarkerShape.Circle,
        (null, _) => MarkerShape.Square,
    };
}
