using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export.Charts;

/// <summary>A chart whose numbers can all be drawn, with what a reader must be told about those that cannot.</summary>
/// <param name="Type">As asked, or the nearest type that the data allows.</param>
/// <param name="Labels">One per value.</param>
/// <param name="Series">Values as many as labels; null where there is none to draw.</param>
/// <param name="Notes">Sentences for the reader.</param>
/// <param name="Nothing">Why there is no picture at all; null when there is one.</param>
internal sealed record ChartData(
    Chart Chart, ChartType Type, ImmutableArray<string> Labels, ImmutableArray<ChartDataset> Series, ImmutableArray<string> Notes, string? Nothing)
{
    /// <summary>Beyond this, sums and steps would leave the range of numbers.</summary>
    public const double Largest = 1e100;

    /// <summary>Names one below the other: more would make a picture of many pages.</summary>
    private const int MostRows = 100;

    public ChartOptions Options => Chart.Options;

    public IEnumerable<double> Values => Series.SelectMany(s => s.Values).OfType<double>();

    /// <summary>The single value of a gauge.</summary>
    public double Value => Values.First();

    public static ChartData Of(Chart chart)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var labels = AllLabels(chart);
        var lost = chart.Datasets.Sum(d => d.Values.Count(v => v is { } number && Clean(number) is null) + d.XValues.Count(x => Clean(x) is null));
        if (lost > 0)
            notes.Add(lost == 1 ? "One value is not a number that can be drawn; the table has it." : $"{lost} values are not numbers that can be drawn; the table has them.");
        var type = chart.Type;
        if (type == ChartType.Radar && labels.Length < 3)
        {
            type = ChartType.Bar;
            notes.Add("Drawn as bars: a radar needs at least three labels.");
        }

        if (type is ChartType.HorizontalBar or ChartType.HorizontalStackedBar && labels.Length > MostRows)
        {
            notes.Add($"The first {MostRows} of {labels.Length} bars are drawn; the table has all.");
            labels = labels[..MostRows];
        }

        if (type == ChartType.Timeline && labels.Length > MostRows)
        {
            notes.Add($"The first {MostRows} of {labels.Length} events are drawn; the table has all.");
            labels = labels[..MostRows];
        }

        ImmutableArray<ChartDataset> series = [.. chart.Datasets.Select(d => type == ChartType.Scatter ? PointsOf(d) : ValuesOf(d, labels.Length)).Select(d => type == ChartType.Timeline ? TimesOf(d) : d)];
        if (type == ChartType.Heatmap && series.Length > MostRows)
        {
            notes.Add($"The first {MostRows} of {series.Length} rows are drawn; the table has all.");
            series = series[..MostRows];
        }

        if (type is ChartType.Pie or ChartType.Doughnut or ChartType.Gauge && series.Length > 1)
        {
            notes.Add($"Only “{series[0].Label}” is drawn; the table has all {series.Length} series.");
            series = [series[0]];
        }

        var data = new ChartData(chart, type, labels, series, [], null);
        return data with { Nothing = WhyNothing(data), Notes = notes.ToImmutable() };
    }

    private static ImmutableArray<string> AllLabels(Chart chart)
    {
        if (chart.Type == ChartType.Scatter)
            return [];
        var count = chart.Datasets.IsEmpty ? 0 : chart.Datasets.Max(d => d.Values.Length);
        return chart.Labels.Length >= count
            ? chart.Labels
            : [.. chart.Labels, .. Enumerable.Range(chart.Labels.Length + 1, count - chart.Labels.Length).Select(i => i.ToString(CultureInfo.InvariantCulture))];
    }

    private static ChartDataset ValuesOf(ChartDataset dataset, int length) =>
        dataset with { Values = [.. Enumerable.Range(0, length).Select(i => i < dataset.Values.Length ? Clean(dataset.Values[i]) : null)], XValues = [] };

    private static ChartDataset TimesOf(ChartDataset dataset) =>
        dataset with { Values = [.. dataset.Values.Select(value => value is { } seconds && TimelineTime.IsTime(seconds) ? value : null)] };

    private static ChartDataset PointsOf(ChartDataset dataset)
    {
        var points = dataset.XValues.Zip(dataset.Values, (x, y) => (X: Clean(x), Y: Clean(y))).Where(p => p is { X: not null, Y: not null }).ToList();
        return dataset with { XValues = [.. points.Select(p => p.X!.Value)], Values = [.. points.Select(p => p.Y)] };
    }

    private static string? WhyNothing(ChartData data)
    {
        if (!data.Values.Any())
            return "there are no values.";
        if (data.Type is not (ChartType.Pie or ChartType.Doughnut))
            return null;
        if (data.Values.Any(v => v < 0))
            return "shares of a whole cannot be negative.";
        return data.Values.All(v => v == 0) ? "all values are zero." : null;
    }

    private static double? Clean(double? value) => value switch
    {
        null => null,
        { } number when !double.IsFinite(number) || Math.Abs(number) > Largest => null,
        { } number => Math.Abs(number) < 1 / Largest ? 0 : number,
    };
}
