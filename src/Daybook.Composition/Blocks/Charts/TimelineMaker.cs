using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Events in time: <c>x</c> the time, <c>y</c> what is said about each, <c>series</c> whose events they are; earliest first.</summary>
internal static class TimelineMaker
{
    private static readonly CellMaker Instants = new(TableColumnType.DateTime, null, null, null);
    private static readonly CellMaker Days = new(TableColumnType.Date, null, null, null);

    /// <returns>Null when there are no events.</returns>
    public static Chart? Make(DataNode data, VisualizationConfig config, ChartSettings settings)
    {
        var rows = data.AsRows() ?? throw new CompositionException(SectionCodes.BadChartData, "A timeline needs rows, each with a time.");
        if (rows.Rows.IsEmpty)
            return null;
        var time = TableMaker.IndexOf(rows, config.X ?? throw new CompositionException(SectionCodes.MissingColumn, "A timeline needs x: with the column of the times."));
        var series = config.Series is { } name ? TableMaker.IndexOf(rows, name) : (int?)null;
        int[] said = config.Y.IsEmpty
            ? [.. Enumerable.Range(0, rows.Columns.Length).Where(index => index != time && index != series)]
            : [.. config.Y.Select(column => TableMaker.IndexOf(rows, column))];
        // One clock for all: that of the first event.
        var offset = rows.Rows.Select(row => Instants.Make(row[time])).OfType<DateTimeCell>().FirstOrDefault()?.Value.Offset ?? default;
        var events = rows.Rows
            .Select(row => (Time: SecondsOf(row[time], offset), Text: Said(row, said), Lane: series is { } at ? ReadableLabel.Of(row[at]) : ""))
            .OrderBy(one => one.Time ?? double.MaxValue).ThenBy(one => one.Text, StringComparer.Ordinal).ToList();
        var lanes = events.Select(one => one.Lane).Distinct();
        return new Chart(
            ChartType.Timeline,
            [.. events.Select(one => one.Text)],
            [.. lanes.Select(lane => Lane(lane, [.. events.Select(one => one.Lane == lane ? one.Time : null)]))],
            AltText(settings.Title, [.. events.Select(one => one.Time)], [.. events.Select(one => one.Text)]))
        {
            Title = settings.Title,
            Options = new ChartOptions { XTitle = settings.Text("x_title"), YTitle = settings.Text("y_title") },
        };
    }

    private static ChartDataset Lane(string label, ImmutableArray<double?> times) =>
        new(label, times) { Severity = SeverityWords.TryParse(label, out var severity) ? severity : null };

    private static string Said(ImmutableArray<object?> row, int[] columns) =>
        string.Join(", ", columns.Select(index => ReadableLabel.Of(row[index])).Where(text => text.Length > 0));

    /// <summary>Null for what is no time: the event stands last, without a place.</summary>
    private static double? SecondsOf(object? value, TimeSpan offset) =>
        Instants.Make(value) is DateTimeCell time ? TimelineTime.Of(time.Value.ToOffset(offset).DateTime)
        : Days.Make(value) is DateCell date ? TimelineTime.Of(date.Value.ToDateTime(TimeOnly.MinValue))
        : null;

    private static string AltText(string? title, ImmutableArray<double?> times, ImmutableArray<string> texts)
    {
        var name = title is { Length: > 0 } ? $"Timeline: {title.TrimEnd('.')}." : "Timeline.";
        var count = times.Length == 1 ? "1 event" : $"{times.Length} events";
        var known = times.OfType<double>().ToList();
        if (known.Count == 0)
            return $"{name} {count} without a time.";
        var withTime = !TimelineTime.AreDays(known);
        var range = known[0] == known[^1]
            ? TimelineTime.Text(known[0], withTime)
            : $"from {TimelineTime.Text(known[0], withTime)} ({texts[0]}) to {TimelineTime.Text(known[^1], withTime)} ({texts[known.Count - 1]})";
        var unknown = times.Length - known.Count;
        return $"{name} {count}, {range}{(unknown > 0 ? $"; {unknown} without a time" : "")}.";
    }
}
