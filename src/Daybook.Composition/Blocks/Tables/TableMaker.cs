using System.Globalization;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Makes a typed table from rows.</summary>
internal static class TableMaker
{
    /// <exception cref="CompositionException"><c>unknown_column</c> or <c>bad_total</c>.</exception>
    public static Table Make(DatasetRows data, TableConfig config, string? caption, DocumentLocale? locale)
    {
        var picks = config.Columns.IsEmpty ? data.Columns.Select((_, index) => Pick(data, index, locale)).ToList() : config.Columns.Select(column => Pick(data, column, locale)).ToList();
        var shown = data.Rows.Take(config.Limit ?? int.MaxValue).Select(row => new TableRow([.. picks.Select(pick => pick.Cells.Make(row[pick.Index]))]));
        return new Table([.. picks.Select((pick, index) => pick.Column with { Key = KeyOf(picks, index), IsRowHeader = index == 0 && pick.Column.Type == CellType.Text })], [.. shown])
        {
            Caption = caption,
            Totals = config.Totals.IsEmpty ? null : TotalsRow.Make(data, picks, config.Totals),
            OmittedRows = Math.Max(0, data.Rows.Length - (config.Limit ?? int.MaxValue)),
        };
    }

    /// <summary>A column that is shown twice has a key of its own each time.</summary>
    private static string KeyOf(List<ColumnPick> picks, int index)
    {
        var earlier = picks.Take(index).Count(pick => pick.Key == picks[index].Key);
        return earlier == 0 ? picks[index].Key : string.Create(CultureInfo.InvariantCulture, $"{picks[index].Key}_{earlier + 1}");
    }

    private static ColumnPick Pick(DatasetRows data, int index, DocumentLocale? locale)
    {
        var column = data.Columns[index];
        return Pick(index, new TableColumnConfig(column.Name, default), CellMaker.TypeOf(column.Type), locale);
    }

    private static ColumnPick Pick(DatasetRows data, TableColumnConfig column, DocumentLocale? locale)
    {
        var index = IndexOf(data, column.Key);
        return Pick(index, column, column.Type ?? CellMaker.TypeOf(data.Columns[index].Type), locale);
    }

    private static ColumnPick Pick(int index, TableColumnConfig column, TableColumnType type, DocumentLocale? locale)
    {
        var cells = new CellMaker(type, column.Decimals, column.Currency, locale);
        var alignment = column.Align ?? ColumnTypes.AlignmentOf(cells.CellType);
        return new ColumnPick(index, column.Key, new TableColumn(column.Key, column.Title ?? Titles.Of(column.Key), cells.CellType, alignment) { Decimals = column.Decimals }, cells);
    }

    public static int IndexOf(DatasetRows data, string key)
    {
        for (var i = 0; i < data.Columns.Length; i++)
        {
            if (data.Columns[i].Name == key)
                return i;
        }

        var names = data.Columns.Select(column => column.Name).ToList();
        throw new CompositionException(SourceCodes.UnknownColumn, $"The data has no column '{key}'{NearMatch.End(key, names)} Its columns are {string.Join(", ", names)}.");
    }
}
