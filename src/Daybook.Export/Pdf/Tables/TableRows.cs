using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Makes the rows of a table, or of some of its columns, and hands them on.</summary>
/// <param name="shown">Which columns of the table these are.</param>
internal sealed class TableRows(PdfSetting setting, BlockPlace place, ImmutableArray<int> shown, TableFit fit)
{
    private readonly double _width = fit.Widths.Sum();

    public void Caption(string caption, StructureElement element)
    {
        var block = setting.Lay(caption, setting.Styles.Sans(setting.Styles.Sizes.Text * 0.95, bold: true), ThemeColor.Ink, place.Width);
        setting.Filler.Add(new TextItem(block, element, place.Left) { KeepWithNext = true, SpaceBefore = 10, SpaceAfter = 5, Shape = fit.Shape, Frame = place.Frame });
    }

    public RowItem Head(StructureElement group)
    {
        var cells = new CellLayout[fit.Columns.Length];
        var left = place.Left;
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = fit.Columns[i].LayTitle(left, fit.Widths[i], setting.Styles);
            left += fit.Widths[i];
        }

        var head = new RowItem(cells, RowKind.Head, group, place.Left, _width, fit.Style.PadY) { KeepWithNext = true, SpaceBefore = 6, Shape = fit.Shape, Frame = place.Frame };
        setting.Filler.Add(head);
        return head;
    }

    public void Body(TableRow row, StructureElement group, RowItem head, bool isShaded, bool keep, double spaceAfter) =>
        setting.Filler.Add(new RowItem(Cells(row, strong: false), RowKind.Body, group, place.Left, _width, fit.Style.PadY)
        {
            KeepWithNext = keep, IsShaded = isShaded, SpaceAfter = spaceAfter, Repeated = head, Shape = fit.Shape, Frame = place.Frame,
        });

    public void Totals(TableRow row, StructureElement group, RowItem head, bool keep, double spaceAfter) =>
        setting.Filler.Add(new RowItem(Cells(row, strong: true), RowKind.Totals, group, place.Left, _width, fit.Style.PadY)
        {
            KeepWithNext = keep, HasRuleBelow = false, SpaceAfter = spaceAfter, Repeated = head, Shape = fit.Shape, Frame = place.Frame,
        });

    /// <summary>Says that the table has no rows.</summary>
    public void None(StructureElement group, RowItem head)
    {
        var text = setting.Lay("No rows", fit.Style.Cell, ThemeColor.Muted, _width - 2 * fit.Style.PadX);
        setting.Filler.Add(new RowItem([new CellLayout(text, place.Left + fit.Style.PadX, false) { ColumnSpan = fit.Columns.Length }], RowKind.Body, group, place.Left, _width, fit.Style.PadY + 2)
        {
            SpaceAfter = 10, Repeated = head, Shape = fit.Shape, Frame = place.Frame,
        });
    }

    private CellLayout[] Cells(TableRow row, bool strong)
    {
        var cells = new CellLayout[fit.Columns.Length];
        var left = place.Left;
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = shown[i] < row.Cells.Length ? row.Cells[shown[i]] : new EmptyCell();
            cells[i] = fit.Columns[i].Lay(cell, left, fit.Widths[i], strong);
            left += fit.Widths[i];
        }

        return cells;
    }
}
