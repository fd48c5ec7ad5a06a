using System.Collections.Immutable;
using Daybook.Documents;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using Table = Daybook.Documents.Table;
using TableRow = Daybook.Documents.TableRow;

namespace Daybook.Composition;

/// <summary>Reads a GFM table; a column becomes typed only when that leaves every shown text as it is.</summary>
internal static class MarkdownTableReader
{
    public static Table Read(MarkdownTable table, int depth, DocumentLocale? locale)
    {
        var rows = Rows(table, depth);
        var header = rows[0];
        var body = rows[1..];
        var titles = header.Select(cell => PlainText.Of(cell)).ToList();
        var keys = ColumnKeys.Of(titles);
        var columns = new List<TableColumn>();
        var cells = new List<ImmutableArray<Cell>>();
        for (var i = 0; i < header.Count; i++)
        {
            var (type, typed) = Column(titles[i], body.Select(row => row[i]).ToList(), locale);
            var isFigures = locale is { IsNeutral: false } && type == CellType.Text && typed.All(IsFigure);
            columns.Add(new TableColumn(keys[i], titles[i], type, Alignment(table, i, isFigures ? CellType.Decimal : type)) { IsRowHeader = i == 0 && !isFigures && NamesRows(type, typed) });
            cells.Add(typed);
        }

        return new Table([.. columns], [.. body.Select((_, row) => new TableRow([.. cells.Select(column => column[row])]))]);
    }

    /// <summary>The header and the rows, each with as many cells as the header.</summary>
    public static List<List<ImmutableArray<Inline>>> Rows(MarkdownTable table, int depth)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().Select(row => row.OfType<TableCell>().Select(cell => Inlines(cell, depth)).ToList()).ToList();
        foreach (var row in rows)
        {
            while (row.Count < rows[0].Count)
                row.Add([]);
        }

        return rows;
    }

    private static ImmutableArray<Inline> Inlines(TableCell cell, int depth) =>
        cell.FirstOrDefault() is LeafBlock { Inline: { } inline } ? Trimmed(MarkdownInlineReader.Read(inline, depth + 1, inTable: true)) : [];

    private static ImmutableArray<Inline> Trimmed(ImmutableArray<Inline> inlines)
    {
        if (inlines is [TextInline first, ..])
            inlines = inlines.SetItem(0, new TextInline(first.Text.TrimStart()));
        if (inlines is [.., TextInline last])
            inlines = inlines.SetItem(inlines.Length - 1, new TextInline(last.Text.TrimEnd()));
        return inlines.RemoveAll(inline => inline is TextInline { Text.Length: 0 });
    }

    private static (CellType Type, ImmutableArray<Cell> Cells) Column(string title, List<ImmutableArray<Inline>> cells, DocumentLocale? locale)
    {
        if (cells.All(cell => cell is [] or [TextInline]) && CellReader.ReadColumn([.. cells.Select(cell => PlainText.Of(cell))], locale) is { } typed)
            return typed;
        if (Severities(title, cells) is { } severities)
            return (CellType.Severity, severities);
        return (CellType.Text, [.. cells.Select(cell => (Cell)new TextCell(cell))]);
    }

    /// <summary>Plain severity words count only under a title that speaks of severity or risk: "Low" may also describe a price.</summary>
    private static ImmutableArray<Cell>? Severities(string title, List<ImmutableArray<Inline>> cells)
    {
        var plainCounts = title.Contains("severity", StringComparison.OrdinalIgnoreCase) || title.Contains("risk", StringComparison.OrdinalIgnoreCase);
        var typed = ImmutableArray.CreateBuilder<Cell>();
        foreach (var cell in cells)
        {
            var isMarked = cell is [SeverityBadge] or [Strong];
            var text = PlainText.Of(cell);
            if (cell.IsEmpty)
                typed.Add(new TextCell([]));
            else if ((isMarked || (plainCounts && cell is [TextInline])) && SeverityWords.TryParse(text, out var severity) && SeverityWords.Word(severity) == text)
                typed.Add(new SeverityCell(severity));
            else
                return null;
        }

        return typed.Any(cell => cell is SeverityCell) ? typed.ToImmutable() : null;
    }

    /// <summary>The header may have more cells than the row of dashes below it.</summary>
    private static ColumnAlignment Alignment(MarkdownTable table, int index, CellType type) => table.ColumnDefinitions.ElementAtOrDefault(index)?.Alignment switch
    {
        TableColumnAlign.Center => ColumnAlignment.Center,
        TableColumnAlign.Right => ColumnAlignment.Right,
        TableColumnAlign.Left => ColumnAlignment.Left,
        _ => ColumnTypes.AlignmentOf(type),
    };

    /// <summary>A number that is left as the text that it is in its locale.</summary>
    private static bool IsFigure(Cell cell) => cell is TextCell { Inlines: [TextInline { Text: var text }] } && text.AsSpan().ContainsAnyInRange('0', '9')
        && text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '-' or '+' or '%' or '’' or '\u00A0' or '\u202F');

    private static bool NamesRows(CellType type, ImmutableArray<Cell> cells) =>
        type == CellType.Text && cells.All(cell => cell is TextCell { Inlines.IsEmpty: false });
}
