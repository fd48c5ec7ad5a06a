using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>The numbers of a chart as a table, for readers and formats without pictures.</summary>
internal static class ChartTwin
{
    public static Table Of(Chart chart)
    {
        var unit = chart.Options.Unit is { Length: > 0 } u ? $" ({u})" : "";
        return chart.Type switch
        {
            ChartType.Scatter => Points(chart, unit),
            ChartType.Timeline => Events(chart),
            _ => Series(chart, unit),
        };
    }

    private static Table Series(Chart chart, string unit)
    {
        var labels = chart.Labels.IsEmpty ? [chart.Title ?? "Value"] : chart.Labels;
        var columns = ImmutableArray.CreateBuilder<TableColumn>();
        columns.Add(Label(chart.Options.XTitle ?? ""));
        for (var i = 0; i < chart.Datasets.Length; i++)
            columns.Add(Value(chart, $"series{i}", chart.Datasets[i].Label + unit));
        var rows = labels.Select((label, row) => new TableRow(
            [Text(label), .. chart.Datasets.Select(d => Number(row < d.Values.Length ? d.Values[row] : null))]));
        return new Table(columns.ToImmutable(), [.. rows]);
    }

    private static Table Points(Chart chart, string unit)
    {
        ImmutableArray<TableColumn> columns =
        [
            Label("Series"), Value(chart, "x", chart.Options.XTitle ?? "x"), Value(chart, "y", (chart.Options.YTitle ?? "y") + unit),
        ];
        var rows = chart.Datasets.SelectMany(d => d.XValues.Zip(d.Values, (x, y) => new TableRow([Text(d.Label), Number(x), Number(y)])));
        return new Table(columns, [.. rows]);
    }

    private static Table Events(Chart chart)
    {
        var hasLanes = chart.Datasets.Any(lane => lane.Label.Length > 0);
        var withTime = !TimelineTime.AreDays(chart.Datasets.SelectMany(lane => lane.Values).OfType<double>());
        var columns = ImmutableArray.Create(Label(chart.Options.XTitle ?? "Time"), Words("event", chart.Options.YTitle ?? "Event"));
        var rows = chart.Labels.Select((label, index) =>
        {
            var lane = chart.Datasets.FirstOrDefault(one => index < one.Values.Length && one.Values[index] is not null);
            var time = lane?.Values[index] is { } seconds && TimelineTime.IsTime(seconds) ? Text(When(seconds, withTime, DocumentLocale.Find(chart.Options.Locale))) : (Cell)new EmptyCell();
            return new TableRow(hasLanes ? [time, Text(label), Text(lane?.Label ?? "")] : [time, Text(label)]);
        });
        return new Table(hasLanes ? columns.Add(Words("series", "Series")) : columns, [.. rows]);
    }

    private static string When(double seconds, bool withTime, DocumentLocale? locale) => locale is null
        ? TimelineTime.Text(seconds, withTime)
        : locale.Date(DateOnly.FromDateTime(TimelineTime.TimeOf(seconds))) + (withTime ? TimelineTime.TimeOf(seconds).ToString(" HH:mm:ss", CultureInfo.InvariantCulture) : "");

    private static TableColumn Words(string key, string title) => new(key, title, CellType.Text, ColumnAlignment.Left);

    private static TableColumn Label(string title) => new("label", title, CellType.Text, ColumnAlignment.Left) { IsRowHeader = true };

    private static TableColumn Value(Chart chart, string key, string title) =>
        new(key, title, CellType.Decimal, ColumnAlignment.Right) { Decimals = chart.Options.Decimals, Locale = chart.Options.Locale };

    private static TextCell Text(string text) => new([new TextInline(text)]);

    /// <summary>Numbers outside the range of decimals, NaN and infinities keep their text.</summary>
    private static Cell Number(double? value) => value switch
    {
        null => new EmptyCell(),
        { } number when DecimalOf.Double(number) is { } exact => new DecimalCell(exact),
        { } number => Text(number.ToString("R", CultureInfo.InvariantCulture)),
    };
}
