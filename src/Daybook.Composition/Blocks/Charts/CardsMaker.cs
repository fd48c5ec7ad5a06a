using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Metric cards from rows (<c>x</c> the label, <c>y</c> the value), or from an object whose keys are labels.</summary>
internal static class CardsMaker
{
    /// <returns>Null when there are no cards.</returns>
    public static MetricCards? Make(DataNode data, VisualizationConfig config, ChartSettings settings)
    {
        var cards = data.AsRows() is { } rows ? OfRows(rows, config, settings) : OfObject(data.AsJson(), settings);
        return cards.IsEmpty ? null : new MetricCards(cards);
    }

    private static ImmutableArray<MetricCard> OfRows(DatasetRows rows, VisualizationConfig config, ChartSettings settings)
    {
        if (rows.Rows.IsEmpty)
            return [];
        var label = TableMaker.IndexOf(rows, config.X ?? "label");
        var value = TableMaker.IndexOf(rows, config.Y is [var only] ? only : "value");
        var cells = Cells(rows.Columns[value].Type, settings);
        int? Optional(string key) => settings.Text(key) is { } column ? TableMaker.IndexOf(rows, column) : rows.Columns.Any(other => other.Name == key) ? TableMaker.IndexOf(rows, key) : null;
        var (change, good, severity, note, unit) = (Optional("change"), Optional("good"), Optional("severity"), Optional("note"), rows.Columns.Any(column => column.Name == "unit") ? TableMaker.IndexOf(rows, "unit") : (int?)null);
        return [.. rows.Rows.Select(row =>
        {
            string? Text(int? index) => index is { } at && row[at] is { } shown ? ReadableLabel.Of(shown) : null;
            var changeText = Text(change);
            var direction = ChangeText.DirectionOf(changeText);
            return new MetricCard(ReadableLabel.Of(row[label]), cells.Make(row[value]))
            {
                Unit = Text(unit) ?? settings.Text("unit"),
                Change = changeText,
                Direction = direction,
                IsGood = ChangeText.IsGood(direction, Text(good) switch { "up" => true, "down" => false, _ => null }),
                Severity = Text(severity) is { } word && SeverityWords.TryParse(word, out var known) ? known : null,
                Note = Text(note),
            };
        })];
    }

    private static ImmutableArray<MetricCard> OfObject(JsonElement value, ChartSettings settings)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return [];
        if (value.ValueKind != JsonValueKind.Object)
            throw new CompositionException(SectionCodes.BadChartData, "Cards need rows with label and value, or an object whose keys are the labels.");
        return [.. value.EnumerateObject().Select(entry => new MetricCard(Titles.Of(entry.Name), Cells(TypeOf(entry.Value), settings).Make(entry.Value)) { Unit = settings.Text("unit") })];
    }

    private static CellMaker Cells(DataType type, ChartSettings settings) => new(CellMaker.TypeOf(type), settings.Decimals, null, settings.Locale);

    private static DataType TypeOf(JsonElement value) => value.ValueKind == JsonValueKind.Number ? JsonScalar.NumberType(value) : DataType.Text;
}
