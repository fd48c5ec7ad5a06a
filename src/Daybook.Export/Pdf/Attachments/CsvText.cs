using System.Buffers;
using System.Text;
using Daybook.Documents;

namespace Daybook.Export.Pdf;

/// <summary>A table as CSV (RFC 4180), in UTF-8, numbers and dates as in the report without a locale. Texts that a spreadsheet would run as a formula get an apostrophe.</summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static string Of(Table table)
    {
        var csv = new StringBuilder();
        Line(csv, table.Columns.Select(column => Safe(column.Title)));
        foreach (var row in table.Totals is { } totals ? table.Rows.Append(totals) : table.Rows)
            Line(csv, table.Columns.Select((column, i) => i < row.Cells.Length ? Value(row.Cells[i], column) : ""));
        return csv.ToString();
    }

    private static string Value(Cell cell, TableColumn column) => cell switch
    {
        EmptyCell => "",
        TextCell text => Safe(PlainText.Of(text.Inlines)),
        // For programs: never as a locale writes it.
        _ => CellText.Of(cell, column with { Locale = null }),
    };

    private static string Safe(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static void Line(StringBuilder csv, IEnumerable<string> values)
    {
        var separator = "";
        foreach (var value in values)
        {
            csv.Append(separator);
            if (value.AsSpan().IndexOfAny(Quoted) < 0)
                csv.Append(value);
            else
                csv.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            separator = ",";
        }

        csv.Append("\r\n");
    }
}
