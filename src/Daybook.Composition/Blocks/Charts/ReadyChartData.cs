using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>
/// Reads data that already has the shape of a chart: <c>labels</c> and <c>datasets[{label, data}]</c>; <c>labels</c> and <c>values</c>;
/// a heatmap's <c>x</c>, <c>y</c>, <c>values</c>; scatter points <c>{x, y}</c>; a single number or <c>{value}</c> for a gauge.
/// </summary>
internal static class ReadyChartData
{
    private const string Shapes = "Give rows with x and y, or an object with labels and datasets [{label, data}].";

    /// <exception cref="CompositionException"><c>bad_chart_data</c> or <c>not_a_number</c>.</exception>
    public static ChartData Read(JsonElement value, ChartType type) => type switch
    {
        ChartType.Gauge => Gauge(value),
        ChartType.Heatmap => Heatmap(Object(value)),
        ChartType.Scatter => Scatter(Object(value)),
        _ => Series(Object(value)),
    };

    private static JsonElement Object(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value : throw Bad($"a chart cannot be drawn from {Describe(value)}");

    private static ChartData Gauge(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && !value.TryGetProperty("value", out value))
            throw Bad("a gauge needs a number, or an object with the key value");
        return new ChartData([], [new ChartDataset("", [ChartNumber.Read(value, "The gauge's data")])], null);
    }

    private static ChartData Heatmap(JsonElement value)
    {
        var columns = Texts(List(value, "x"));
        var rows = Texts(List(value, "y"));
        var cells = List(value, "values").EnumerateArray().ToList();
        if (cells.Count != rows.Length)
            throw Bad($"values has {cells.Count} rows, but y has {rows.Length} labels");
        return new ChartData(columns, [.. rows.Select((label, index) => Dataset(label, cells[index], columns.Length))], null);
    }

    private static ChartData Series(JsonElement value)
    {
        var labels = Texts(List(value, "labels"));
        if (!value.TryGetProperty("datasets", out _))
            return new ChartData(labels, [Dataset("", List(value, "values"), labels.Length)], null);
        var datasets = List(value, "datasets").EnumerateArray().Select(dataset => Dataset(Label(dataset), List(dataset, "data"), labels.Length));
        return new ChartData(labels, [.. datasets], null);
    }

    private static ChartData Scatter(JsonElement value)
    {
        var datasets = List(value, "datasets").EnumerateArray().Select(dataset =>
        {
            var points = List(dataset, "data").EnumerateArray().Select(point => (X: Coordinate(point, "x"), Y: Coordinate(point, "y"))).ToList();
            var known = points.Where(point => point is { X: not null, Y: not null }).ToList();
            return new ChartDataset(Label(dataset), [.. known.Select(point => point.Y)]) { XValues = [.. known.Select(point => point.X!.Value)] };
        });
        return new ChartData([], [.. datasets], null);
    }

    private static double? Coordinate(JsonElement point, string key) =>
        point.ValueKind == JsonValueKind.Object && point.TryGetProperty(key, out var value) ? ChartNumber.Read(value, $"The key {key} of a point") : throw Bad("each point of a scatter chart needs x and y");

    private static ChartDataset Dataset(string label, JsonElement data, int expected)
    {
        if (data.ValueKind != JsonValueKind.Array || data.GetArrayLength() != expected)
            throw Bad($"the series '{label}' has another number of values than there are labels ({expected})");
        return new ChartDataset(label, [.. data.EnumerateArray().Select(value => ChartNumber.Read(value, $"The series '{label}'"))]);
    }

    private static string Label(JsonElement dataset) =>
        dataset.ValueKind != JsonValueKind.Object ? throw Bad("each of datasets must be an object with label and data")
        : dataset.TryGetProperty("label", out var label) ? ReadableText.Of(label) : "";

    private static JsonElement List(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(key, out var list) && list.ValueKind == JsonValueKind.Array
            ? list
            : throw Bad($"the list {key} is missing");

    private static ImmutableArray<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(item => ReadableLabel.Of(item))];

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "a list of single values",
        JsonValueKind.Null => "nothing",
        _ => "a single value",
    };

    private static CompositionException Bad(string what) => new(SectionCodes.BadChartData, $"The data has not the shape of a chart: {what}. {Shapes}");
}
