using System.Globalization;
using System.Text;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Says in sentences what a chart shows; every figure in it is a value of the chart.</summary>
internal static class ChartAltText
{
    private const int MaxSeries = 4;
    private const int MaxParts = 8;
    private const int MaxGaps = 3;

    public static string Of(ChartType type, string? title, ChartData data, ChartText text, Aggregate? aggregate)
    {
        var output = new StringBuilder(Name(type));
        if (title is { Length: > 0 })
            output.Append(": ").Append(title.TrimEnd('.'));
        output.Append(". ");
        output.Append(type switch
        {
            ChartType.Gauge => $"The value is {Text(data.Datasets[0].Values[0], text)}.",
            ChartType.Pie or ChartType.Doughnut => Parts(data, text),
            ChartType.Heatmap => Heatmap(data, text),
            ChartType.Scatter => Scatter(data, text),
            _ => Series(type, data, text),
        });
        if (aggregate == Aggregate.Mean)
            output.Append(" Each value is the plain mean of its rows, not a pooled rate.");
        return output.ToString();
    }

    private static string Name(ChartType type) => type switch
    {
        ChartType.Line => "Line chart",
        ChartType.Area => "Area chart",
        ChartType.Bar => "Bar chart",
        ChartType.HorizontalBar => "Bar chart",
        ChartType.StackedBar => "Stacked bar chart",
        ChartType.HorizontalStackedBar => "Stacked bar chart",
        ChartType.Pie => "Pie chart",
        ChartType.Doughnut => "Doughnut chart",
        ChartType.Scatter => "Scatter chart",
        ChartType.Radar => "Radar chart",
        ChartType.Gauge => "Gauge",
        ChartType.Heatmap => "Heatmap",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string Text(double? value, ChartText text) => value is { } number ? ChartNumber.Text(number, text) : MissingText.NotMeasured;

    private static string Count(int count, string noun, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? noun : plural ?? noun + "s")}");

    private static string Parts(ChartData data, ChartText text)
    {
        var values = data.Datasets[0].Values;
        var sum = values.Sum() ?? 0;
        var parts = data.Labels.Zip(values, (label, value) => value is { } number && sum > 0
            ? $"{label} {Text(number, text)} ({ChartNumber.Share(number / sum * 100, text)})"
            : $"{label} {Text(value, text)}").ToList();
        return string.Join(", ", parts.Take(MaxParts)) + (parts.Count > MaxParts ? $" and {Count(parts.Count - MaxParts, "more part")}" : "") + ".";
    }

    private static string Heatmap(ChartData data, ChartText text)
    {
        var cells = data.Datasets.SelectMany(row => row.Values.Select((value, column) => (Row: row.Label, Column: data.Labels[column], Value: value))).ToList();
        var known = cells.Where(cell => cell.Value is not null).ToList();
        var (lowest, highest) = (known.MinBy(cell => cell.Value), known.MaxBy(cell => cell.Value));
        var gaps = cells.Count - known.Count;
        return $"{Count(data.Datasets.Length, "row")} by {Count(data.Labels.Length, "column")}; lowest {Text(lowest.Value, text)} ({lowest.Row}, {lowest.Column}), "
            + $"highest {Text(highest.Value, text)} ({highest.Row}, {highest.Column}){(gaps > 0 ? $"; {Count(gaps, "cell")} without data" : "")}.";
    }

    private static string Scatter(ChartData data, ChartText text) => string.Join(" ", data.Datasets.Take(MaxSeries).Select(dataset =>
        $"{Prefix(data, dataset)}{Count(dataset.Values.Length, "point")}, from {Text(dataset.Values.Min(), text)} to {Text(dataset.Values.Max(), text)} "
        + $"over {ReadableText.Of(dataset.XValues.Min(), text.Locale)} to {ReadableText.Of(dataset.XValues.Max(), text.Locale)}.")) + More(data);

    private static string Series(ChartType type, ChartData data, ChartText text) => string.Join(" ", data.Datasets.Take(MaxSeries).Select(dataset =>
    {
        var known = dataset.Values.Select((value, index) => (Value: value, Label: data.Labels[index])).Where(point => point.Value is not null).ToList();
        var gaps = data.Labels.Where((_, index) => dataset.Values[index] is null).ToList();
        var missing = gaps.Count == 0 ? "" : $"; no data for {string.Join(", ", gaps.Take(MaxGaps))}{(gaps.Count > MaxGaps ? $" and {gaps.Count - MaxGaps} more" : "")}";
        if (known.Count == 0)
            return $"{Prefix(data, dataset)}no data.";
        if (known.Count == 1)
            return $"{Prefix(data, dataset)}{Text(known[0].Value, text)} for {known[0].Label}{missing}.";
        var (lowest, highest) = (known.MinBy(point => point.Value), known.MaxBy(point => point.Value));
        var range = lowest.Value == highest.Value
            ? $"{known.Count} values, all {Text(lowest.Value, text)}"
            : $"{known.Count} values, lowest {Text(lowest.Value, text)} ({lowest.Label}), highest {Text(highest.Value, text)} ({highest.Label})";
        var last = type is ChartType.Line or ChartType.Area ? $", last {Text(known[^1].Value, text)} ({known[^1].Label})" : "";
        return $"{Prefix(data, dataset)}{range}{last}{missing}.";
    })) + More(data);

    private static string Prefix(ChartData data, ChartDataset dataset) => data.Datasets.Length > 1 && dataset.Label.Length > 0 ? dataset.Label + ": " : "";

    private static string More(ChartData data) => data.Datasets.Length > MaxSeries ? $" {Count(data.Datasets.Length - MaxSeries, "more series", "more series")}." : "";
}
