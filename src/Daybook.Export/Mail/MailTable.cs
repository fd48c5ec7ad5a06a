using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>A table of data, short enough for a mail.</summary>
internal sealed class MailTable(MailMarkup markup, MailInlines inlines)
{
    /// <summary>Figures up to so many characters are never broken: half a number reads as another.</summary>
    private const int LongestFigure = 16;

    private HtmlWriter Writer => markup.Writer;

    public void Write(Table table)
    {
        if (table.Caption is { Length: > 0 } caption)
        {
            Writer.Raw("<p"u8);
            markup.Look("margin:10px 0 4px;font-size:14px;line-height:1.4;font-weight:700", ThemeColor.Ink);
            Writer.PlainText(caption).Raw("</p>\n"u8);
        }

        Writer.Raw("<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"100%\" style=\"width:100%;margin:0 0 10px;border-collapse:collapse\">\n<tr>"u8);
        foreach (var column in table.Columns)
        {
            Open("th", column, (column.Title.Length <= LongestFigure / 2 ? "white-space:nowrap;" : "") + "font-weight:600;border-bottom-width:2px", ThemeColor.Muted);
            Writer.PlainText(column.Title).Raw("</th>"u8);
        }

        Writer.Raw("</tr>\n"u8);
        foreach (var row in table.Rows)
            Row(table, row, "border-bottom-width:1px");
        if (table.Totals is { } totals)
            Row(table, totals, "font-weight:700;border-bottom-width:1px");
        Writer.Raw("</table>\n"u8);
    }

    private void Row(Table table, TableRow row, string style)
    {
        Writer.Raw("<tr>"u8);
        for (var i = 0; i < table.Columns.Length && i < row.Cells.Length; i++)
        {
            var isFigure = row.Cells[i] is not TextCell && CellText.Of(row.Cells[i], table.Columns[i]).Length <= LongestFigure;
            Open("td", table.Columns[i], isFigure ? "white-space:nowrap;" + style : style, ThemeColor.Ink);
            switch (row.Cells[i])
            {
                case TextCell text:
                    inlines.VisitAll(text.Inlines, Writer);
                    break;
                case SeverityCell severity:
                    markup.Badge(severity.Value, "12px");
                    break;
                case var cell:
                    Writer.PlainText(CellText.Of(cell, table.Columns[i]));
                    break;
            }

            Writer.Raw("</td>"u8);
        }

        Writer.Raw("</tr>\n"u8);
    }

    private void Open(string tag, TableColumn column, string style, ThemeColor color)
    {
        var side = column.Alignment switch { ColumnAlignment.Right => "right", ColumnAlignment.Center => "center", _ => markup.Side };
        Writer.Raw("<"u8).Raw(tag).Raw(" align=\""u8).Raw(side).Raw("\" valign=\"top\""u8);
        markup.Look($"padding:5px 8px 5px 0;border-bottom-style:solid;text-align:{side};font-family:{MailMarkup.Sans};font-size:13px;line-height:1.45;word-break:break-word;{style}", color, border: ThemeColor.Rule);
    }
}
