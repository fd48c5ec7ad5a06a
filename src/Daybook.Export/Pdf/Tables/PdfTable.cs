using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>
/// Lays a table out: as it is where it fits, then denser, then on turned pages, and at last in groups of columns. Rows are handed on one
/// by one, so that a long table needs no more memory than a short one.
/// </summary>
internal sealed class PdfTable(PdfSetting setting)
{
    /// <summary>Tables up to this part of a page are not divided.</summary>
    private const double ShortTable = 0.3;

    private const double SpaceAround = 10;

    private PdfStyles Styles => setting.Styles;

    /// <param name="name">What the table is called where it has no caption.</param>
    public void Add(Table table, BlockPlace place, string name)
    {
        if (table.Columns.IsEmpty)
        {
            new PdfTexts(setting).Remark("This table has no columns.", place);
            return;
        }

        TableFit? best = null;
        foreach (var fit in Fits(table, place))
        {
            if (best is null || fit.Lines < best.Lines)
                best = fit;
            if (!fit.IsCrushed)
                break;
        }

        if (best is null)
            Groups(table, place, name);
        else
            Part(table, best.Shape is { } shape ? place with { Left = PageShape.Left, Width = shape.ContentWidth } : place, name, All(table), best);
    }

    /// <summary>The ways to set the table that fit, the more readable first.</summary>
    private IEnumerable<TableFit> Fits(Table table, BlockPlace place)
    {
        var turned = setting.Shape.Turned;
        PageShape?[] shapes = turned.Width > setting.Shape.Width && place.Frame is null ? [null, turned] : [null];
        TableStyle[] styles = [TableStyle.Plain(Styles), TableStyle.Dense(Styles)];
        var measured = new ColumnLayout[styles.Length][];
        foreach (var shape in shapes)
        {
            for (var i = 0; i < styles.Length; i++)
            {
                var columns = measured[i] ??= Measured(table, styles[i]);
                if (TableWidths.Best([.. columns.Select(column => column.Demand)], shape?.ContentWidth ?? place.Width) is { } fit)
                    yield return new TableFit(columns, fit.Widths, styles[i], shape, fit.Lines, fit.IsCrushed);
            }
        }
    }

    private void Groups(Table table, BlockPlace place, string name)
    {
        var style = TableStyle.Dense(Styles);
        var columns = Measured(table, style);
        var keys = Math.Max(table.Columns.TakeWhile(column => column.IsRowHeader).Count(), 1);
        var groups = ColumnGroups.Of([.. columns.Select(column => Math.Min(column.Demand.Least, place.Width / (keys + 1)))], keys, place.Width);
        for (var i = 0; i < groups.Length; i++)
        {
            var shown = groups[i];
            var first = i == 0 ? 1 : shown[keys] + 1;
            var caption = string.Create(CultureInfo.InvariantCulture, $"{table.Caption ?? name} (columns {first} to {shown[^1] + 1} of {columns.Length})");
            var part = table with { Caption = caption, OmittedRows = i == groups.Length - 1 ? table.OmittedRows : 0 };
            var picked = shown.Select(index => columns[index]).ToArray();
            var demands = picked.Select(column => column.Demand with { Least = Math.Min(column.Demand.Least, place.Width / (keys + 1)) }).ToArray();
            Part(part, place, name, shown, new TableFit(picked, ColumnWidths.Fit(demands, place.Width)!.Value, style, null, 1, IsCrushed: false));
        }
    }

    private static ImmutableArray<int> All(Table table) => [.. Enumerable.Range(0, table.Columns.Length)];

    private ColumnLayout[] Measured(Table table, TableStyle style)
    {
        var columns = table.Columns.Select(column => new ColumnLayout(setting.Shaper, Styles, setting.Inlines, column, style)).ToArray();
        foreach (var row in table.Rows)
            Measure(row, strong: false);
        if (table.Totals is { } totals)
            Measure(totals, strong: true);
        return columns;

        void Measure(TableRow row, bool strong)
        {
            for (var i = 0; i < Math.Min(columns.Length, row.Cells.Length); i++)
                columns[i].Measure(row.Cells[i], strong);
        }
    }

    private void Part(Table table, BlockPlace place, string name, ImmutableArray<int> shown, TableFit fit)
    {
        var style = fit.Style;
        var remark = TableRemark.Of(table);
        var element = place.Parent.Add(StructureType.Table);
        element.Title = VisibleText.Plain(table.Caption ?? name);
        var rows = new TableRows(setting, place, shown, fit);
        if (table.Caption is { Length: > 0 } caption)
            rows.Caption(caption, element.Add(StructureType.Caption));
        var head = rows.Head(element.Add(StructureType.THead));
        var body = element.Add(StructureType.TBody);
        if (table.Rows.IsEmpty)
            rows.None(body, head);
        var isShort = table.Rows.Length < 40 && (table.Rows.Length + 1) * (style.Cell.Size * TableStyle.LineHeight + 2 * style.PadY) < setting.Shape.ContentHeight * ShortTable;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var isLast = i == table.Rows.Length - 1;
            var keep = isLast ? table.Totals is not null || remark is not null : isShort || i == 0 || (i == table.Rows.Length - 2 && table.Rows.Length > 3);
            rows.Body(table.Rows[i], body, head, isShaded: i % 2 == 1, keep, isLast && table.Totals is null ? SpaceAround : 0);
        }

        if (table.Totals is { } totals)
            rows.Totals(totals, element.Add(StructureType.TFoot), head, remark is not null, SpaceAround);
        if (remark is not null)
            new PdfTexts(setting).Remark(remark, place);
    }
}
