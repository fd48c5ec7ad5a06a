using Daybook.Documents;

namespace Daybook.Export;

internal sealed class HtmlTable(HtmlWriter writer, HtmlInlines inlines)
{
    /// <summary>Cells with more characters ask for width, so that a narrow screen scrolls the table instead of stacking words.</summary>
    private const int LongText = 28;

    /// <summary>Figures, intervals and dates up to this length stay on one line.</summary>
    private const int ShortText = 14;

    /// <summary>Above this, type and spacing are smaller.</summary>
    private const int ManyColumns = 8;

    /// <summary>Up to this, the table is not broken across printed pages.</summary>
    private const int FewRows = 14;

    /// <param name="name">What screen readers call the table where it has no caption.</param>
    public void Write(Table table, string name)
    {
        if (table.Columns.IsEmpty)
        {
            writer.Raw("<p class=\"remark\">This table has no columns.</p>"u8);
            return;
        }

        var cells = new HtmlCells[table.Columns.Length];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = new HtmlCells(writer, inlines, table.Columns[i]) { AlignedDecimals = FractionDigits.Widest(table, i) };

        writer.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\""u8).Attribute("aria-label"u8, table.Caption ?? name).Raw("><table class=\""u8)
            .Raw(table.Columns.Length > ManyColumns ? "dense"u8 : "plain"u8).Raw(table.Rows.Length <= FewRows ? " short\">"u8 : "\">"u8);
        if (table.Caption is { Length: > 0 } caption)
            writer.Raw("<caption>"u8).Text(caption).Raw("</caption>"u8);
        Head(table);
        writer.Raw("<tbody>\n"u8);
        foreach (var row in table.Rows)
            Row(table, row, cells);
        if (table.Rows.IsEmpty)
            writer.Raw("<tr><td class=\"no-rows\" colspan=\""u8).Number(table.Columns.Length).Raw("\">No rows</td></tr>\n"u8);
        writer.Raw("</tbody>"u8);
        if (table.Totals is { } totals)
        {
            writer.Raw("<tfoot>\n"u8);
            Row(table, totals, cells);
            writer.Raw("</tfoot>"u8);
        }

        writer.Raw("</table></div>\n"u8);
        if (TableRemark.Of(table) is { } remark)
            writer.Raw("<p class=\"remark\">"u8).Text(remark).Raw("</p>\n"u8);
    }

    private void Head(Table table)
    {
        writer.Raw("<thead><tr>"u8);
        foreach (var column in table.Columns)
        {
            writer.Raw("<th scope=\"col\""u8);
            Align(column);
            writer.Raw(">"u8).Text(column.Title).Raw("</th>"u8);
        }

        writer.Raw("</tr></thead>"u8);
    }

    private void Row(Table table, TableRow row, HtmlCells[] cells)
    {
        writer.Raw("<tr>"u8);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var column = table.Columns[i];
            writer.Raw(column.IsRowHeader ? "<th scope=\"row\""u8 : "<td"u8);
            Align(column, i < row.Cells.Length && row.Cells[i] is TextCell text ? PlainText.Of(text.Inlines) : "");
            writer.Raw(">"u8);
            (i < row.Cells.Length ? row.Cells[i] : new EmptyCell()).Accept(cells[i]);
            writer.Raw(column.IsRowHeader ? "</th>"u8 : "</td>"u8);
        }

        writer.Raw("</tr>\n"u8);
    }

    private void Align(TableColumn column, string text = "")
    {
        if (column.Alignment == ColumnAlignment.Right)
            writer.Raw(" class=\"n\""u8);
        else if (column.Alignment == ColumnAlignment.Center)
            writer.Raw(" class=\"c\""u8);
        else if (text.Length > LongText)
            writer.Raw(" class=\"long-text\""u8);
        else if (text.Length <= ShortText && text.Any(char.IsAsciiDigit) && !text.Contains(' ', StringComparison.Ordinal))
            writer.Raw(" class=\"figure\""u8);
    }
}
