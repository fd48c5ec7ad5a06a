using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Events in time as a table: <c>x</c> the time, <c>y</c> what is said about each, earliest first.</summary>
internal static class TimelineMaker
{
    /// <returns>Null when there are no events.</returns>
    public static Table? Make(DataNode data, VisualizationConfig config, ChartSettings settings)
    {
        var rows = data.AsRows() ?? throw new CompositionException(SectionCodes.BadChartData, "A timeline needs rows, each with a time.");
        if (rows.Rows.IsEmpty)
            return null;
        var time = TableMaker.IndexOf(rows, config.X ?? throw new CompositionException(SectionCodes.MissingColumn, "A timeline needs x: with the column of the times."));
        var others = config.Y.IsEmpty ? rows.Columns.Select(column => column.Name).Where(name => name != config.X) : config.Y;
        var type = rows.Columns[time].Type == DataType.Date ? TableColumnType.Date : TableColumnType.DateTime;
        var columns = others.Select(name => new TableColumnConfig(name, default)).Prepend(new TableColumnConfig(config.X, default) { Type = type });
        var cells = new CellMaker(type, null, null);
        var sorted = rows with { Rows = [.. rows.Rows.OrderBy(row => Ticks(cells.Make(row[time]))).ThenBy(row => ReadableLabel.Of(row[time]), StringComparer.Ordinal)] };
        return TableMaker.Make(sorted, new TableConfig { Columns = [.. columns] }, settings.Title);
    }

    /// <summary>Events without a readable time come last.</summary>
    private static long Ticks(Cell cell) => cell switch
    {
        DateTimeCell time => time.Value.UtcTicks,
        DateCell date => date.Value.ToDateTime(TimeOnly.MinValue).Ticks,
        _ => long.MaxValue,
    };
}
