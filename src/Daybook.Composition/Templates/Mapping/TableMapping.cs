namespace Daybook.Composition;

internal static class TableMapping
{
    private const int MaxDecimals = 10;

    public static TableConfig? Map(ObjectReading config, DiagnosticBag diagnostics)
    {
        if (config.Mapping("table") is not { } node)
            return null;
        var table = new ObjectReading(node, $"'table' in {config.Subject}", diagnostics);
        table.RefuseUnknownKeys(TemplateKeys.TableConfig);
        return new TableConfig
        {
            Data = table.Text("data") is { } path ? Names.Path(table.Subject, path, diagnostics) : null,
            Columns = [.. table.Mappings("columns").Select(column => MapColumn(column, table.Subject, diagnostics)).OfType<TableColumnConfig>()],
            Totals = [.. table.Texts("totals").Select(key => key.Text)],
            Caption = table.Text("caption"),
            Limit = table.Integer("limit", 1, int.MaxValue),
        };
    }

    private static TableColumnConfig? MapColumn(MappingNode node, string table, DiagnosticBag diagnostics)
    {
        var column = new ObjectReading(node, $"a column of {table}", diagnostics);
        column.RefuseUnknownKeys(TemplateKeys.TableColumn);
        if (column.RequiredText("key", "Write the name of the column in the data.") is not { } key)
            return null;
        var mapped = new TableColumnConfig(key.Text, node.Location)
        {
            Title = column.Line("title"),
            Type = column.Word("type", TemplateWords.ColumnTypes),
            Align = column.Word("align", TemplateWords.Alignments),
            Decimals = column.Integer("decimals", 0, MaxDecimals),
            Currency = column.Line("currency"),
        };
        if (mapped.Type == TableColumnType.Money && !IsCurrency(mapped.Currency))
        {
            column.Report(
                DiagnosticCodes.MissingKey,
                node.Location,
                $"the column '{key}' shows money and needs its currency",
                "Write currency: with an ISO 4217 code, such as EUR.");
        }

        return mapped;
    }

    private static bool IsCurrency(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
}
