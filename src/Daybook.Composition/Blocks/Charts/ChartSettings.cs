using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Reads <c>options</c> of a visualization block. Unknown keys are named, so that the log can tell of them; they change nothing.</summary>
internal sealed class ChartSettings
{
    private static readonly string[] Known = ["title", "x_title", "y_title", "unit", "min", "max", "decimals", "thresholds", "n", "label", "change", "good", "severity", "note", "value_label"];

    private readonly JsonElement _options;

    public ChartSettings(JsonElement? options)
    {
        _options = options ?? JsonElement.Parse("{}");
        Unknown = [.. _options.EnumerateObject().Select(entry => entry.Name).Where(name => !Known.Contains(name))];
    }

    public ImmutableArray<string> Unknown { get; }

    /// <summary>Writes numbers in the sentences about a chart; null writes <c>1,234.5</c>.</summary>
    public DocumentLocale? Locale { get; init; }

    public string? Title => Text("title");

    /// <param name="observations">How many the chart rests on where the template does not say; null when that is unknown.</param>
    public ChartOptions ToOptions(ChartData data, long? observations) => new()
    {
        XTitle = Text("x_title"),
        YTitle = Text("y_title"),
        Unit = Text("unit"),
        Minimum = Number("min"),
        Maximum = Number("max"),
        Decimals = Decimals,
        Thresholds = Thresholds(),
        SampleSize = Count("n") ?? observations,
        LabelSeverities = Severities(data.Labels),
    };

    public int? Decimals => Number("decimals") is { } number
        ? number is >= 0 and <= 10 && double.IsInteger(number) ? (int)number : throw Bad("decimals must be a whole number from 0 to 10")
        : null;

    public string? Text(string key) => Value(key) is { } value ? ReadableLabel.Of(value) : null;

    private double? Number(string key) => Value(key) is not { } value ? null
        : value.ValueKind == JsonValueKind.Number ? Finite(value, key)
        : throw Bad($"{key} must be a number");

    private long? Count(string key) => Number(key) is not { } number ? null
        : number is >= 0 and <= 1e15 ? (long)number
        : throw Bad($"{key} must be a count");

    private static double Finite(JsonElement value, string key) =>
        value.GetDouble() is var number && double.IsFinite(number) ? number : throw Bad($"{key} is too large a number");

    private JsonElement? Value(string key) => _options.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private ImmutableArray<ChartThreshold> Thresholds()
    {
        if (Value("thresholds") is not { } list)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw Bad("thresholds must be a list of numbers or of objects with value, label and severity");
        return [.. list.EnumerateArray().Select(Threshold)];
    }

    private static ChartThreshold Threshold(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.Number)
            return new ChartThreshold(Finite(item, "a threshold"), null, null);
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("value", out var value) || value.ValueKind != JsonValueKind.Number)
            throw Bad("each threshold needs a value, which is a number");
        var label = item.TryGetProperty("label", out var text) ? ReadableLabel.Of(text) : null;
        if (!item.TryGetProperty("severity", out var word))
            return new ChartThreshold(Finite(value, "a threshold"), label, null);
        return SeverityWords.TryParse(ReadableLabel.Of(word), out var severity)
            ? new ChartThreshold(Finite(value, "a threshold"), label, severity)
            : throw Bad($"'{ReadableLabel.Of(word)}' is not a severity");
    }

    /// <summary>Labels that are all severities take their colours.</summary>
    private static ImmutableArray<Severity> Severities(ImmutableArray<string> labels)
    {
        var severities = labels.Select(label => SeverityWords.TryParse(label, out var severity) ? severity : (Severity?)null).ToList();
        return severities.Count > 0 && severities.TrueForAll(severity => severity is not null) ? [.. severities.OfType<Severity>()] : [];
    }

    private static CompositionException Bad(string what) => new(SectionCodes.BadChartOptions, $"The options of the chart are wrong: {what}.");
}
