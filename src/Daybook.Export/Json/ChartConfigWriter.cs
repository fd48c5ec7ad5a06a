using System.Globalization;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>A chart as the guide's <c>chart_config {type, data, options, responsive}</c>.</summary>
internal static class ChartConfigWriter
{
    public static void Write(Chart chart, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("chart_config");
        writer.WriteString("type", JsonNamingPolicy.SnakeCaseLower.ConvertName(chart.Type.ToString()));
        writer.WriteStartObject("data");
        if (chart.Type == ChartType.Heatmap)
            Heatmap(chart, writer);
        else
            Series(chart, writer);
        writer.WriteEndObject();
        Options(chart, writer);
        writer.WriteBoolean("responsive", true);
        writer.WriteEndObject();
    }

    private static void Heatmap(Chart chart, Utf8JsonWriter writer)
    {
        Strings("x", chart.Labels, writer);
        Strings("y", chart.Datasets.Select(d => d.Label), writer);
        writer.WriteStartArray("values");
        foreach (var row in chart.Datasets)
        {
            writer.WriteStartArray();
            foreach (var value in row.Values)
                Number(value, writer);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Series(Chart chart, Utf8JsonWriter writer)
    {
        Strings("labels", chart.Labels, writer);
        writer.WriteStartArray("datasets");
        foreach (var dataset in chart.Datasets)
        {
            writer.WriteStartObject();
            writer.WriteString("label", dataset.Label);
            writer.WriteStartArray("data");
            for (var i = 0; i < dataset.Values.Length; i++)
                Point(chart.Type, dataset, i, writer);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Point(ChartType type, ChartDataset dataset, int index, Utf8JsonWriter writer)
    {
        if (type == ChartType.Timeline && dataset.Values[index] is { } seconds && TimelineTime.IsTime(seconds))
        {
            writer.WriteStringValue(TimelineTime.TimeOf(seconds).ToString("s", CultureInfo.InvariantCulture));
            return;
        }

        if (dataset.XValues.IsEmpty)
        {
            Number(dataset.Values[index], writer);
            return;
        }

        writer.WriteStartObject();
        writer.WritePropertyName("x");
        Number(dataset.XValues[index], writer);
        writer.WritePropertyName("y");
        Number(dataset.Values[index], writer);
        writer.WriteEndObject();
    }

    private static void Options(Chart chart, Utf8JsonWriter writer)
    {
        var options = chart.Options;
        writer.WriteStartObject("options");
        Text("title", chart.Title, writer);
        Text("x_title", options.XTitle, writer);
        Text("y_title", options.YTitle, writer);
        Text("unit", options.Unit, writer);
        Text("alt_text", chart.AltText, writer);
        if (options.Minimum is { } minimum)
            writer.WriteNumber("minimum", minimum);
        if (options.Maximum is { } maximum)
            writer.WriteNumber("maximum", maximum);
        writer.WriteEndObject();
    }

    private static void Text(string name, string? value, Utf8JsonWriter writer)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void Strings(string name, IEnumerable<string> values, Utf8JsonWriter writer)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    /// <summary>JSON has no NaN and no infinities: they are written as text, so that they are not taken for a gap.</summary>
    private static void Number(double? value, Utf8JsonWriter writer)
    {
        if (value is null)
            writer.WriteNullValue();
        else if (double.IsFinite(value.Value))
            writer.WriteNumberValue(value.Value);
        else
            writer.WriteStringValue(value.Value.ToString(CultureInfo.InvariantCulture));
    }
}
