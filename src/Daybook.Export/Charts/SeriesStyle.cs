using Daybook.Documents;
using OxyPlot;

namespace Daybook.Export.Charts;

/// <summary>What tells one series from another: colour, and where colour may not be seen, marker or dashes.</summary>
/// <param name="Dashes">In multiples of the line width; null draws a full line.</param>
internal sealed record SeriesStyle(ThemeColor Color, MarkerType Marker, double[]? Dashes)
{
    private static readonly MarkerType[] Markers = [MarkerType.Circle, MarkerType.Square, MarkerType.Triangle, MarkerType.Diamond];

    /// <summary>Dashes come in only where the markers are used up: in a dashed line, a gap in the data is hard to see.</summary>
    private static readonly double[]?[] DashPatterns = [null, [5, 2], [2, 1.5]];

    public static SeriesStyle Of(ChartData data, int index) =>
        new(ColorOf(data, index), Markers[index % Markers.Length], DashPatterns[index / Markers.Length % DashPatterns.Length]);

    /// <summary>What the key of a bar chart names: its series, or where bars are coloured by severity, the severities that their labels do not say.</summary>
    public static IReadOnlyList<(string Name, SeriesStyle Style)> KeyOfBars(ChartData data)
    {
        if (data.Series.Length > 1)
            return [.. data.Series.Select((s, i) => (s.Label, Of(data, i)))];
        var severities = data.Options.LabelSeverities;
        if (data.Labels.Zip(severities).All(pair => string.Equals(pair.First, SeverityWords.Word(pair.Second), StringComparison.OrdinalIgnoreCase)))
            return [];
        return [.. severities.Distinct().OrderDescending().Select(s => (SeverityWords.Word(s), new SeriesStyle(ThemeColors.Solid(s), MarkerType.None, null)))];
    }

    public static ThemeColor ColorOf(ChartData data, int index) =>
        data.Series[index].Severity is { } severity ? ThemeColors.Solid(severity) : ThemeColors.Series(index);

    /// <summary>The colour of one label: of a slice, or of a bar where there is one series.</summary>
    /// <param name="varied">Whether labels without a severity take the palette in turn (slices) or all the first colour (bars).</param>
    public static ThemeColor ColorOfLabel(ChartData data, int label, bool varied)
    {
        if (label < data.Options.LabelSeverities.Length)
            return ThemeColors.Solid(data.Options.LabelSeverities[label]);
        return varied ? ThemeColors.Series(label) : ColorOf(data, 0);
    }
}
