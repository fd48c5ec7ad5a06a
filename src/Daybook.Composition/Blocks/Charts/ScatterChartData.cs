using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Points from rows, one series per value of the series column. Rows that lack a coordinate are no points.</summary>
internal static class ScatterChartData
{
    public static ChartData Make(DatasetRows data, VisualizationConfig config)
    {
        if (config.X is null || config.Y.IsEmpty)
            throw new CompositionException(SectionCodes.MissingColumn, "A scatter chart needs x: and y:, each with a column of numbers.");
        var x = TableMaker.IndexOf(data, config.X);
        var series = config.Series is { } name ? TableMaker.IndexOf(data, name) : (int?)null;
        var points = new OrderedDictionary<string, List<(double X, double Y)>>(StringComparer.Ordinal);
        foreach (var column in config.Y)
        {
            var y = TableMaker.IndexOf(data, column);
            foreach (var row in data.Rows)
            {
                if (Number(data, row, x) is not { } across || Number(data, row, y) is not { } up)
                    continue;
                var key = series is { } at ? ReadableLabel.Of(row[at]) : Titles.Of(column);
                if (!points.TryGetValue(key, out var list))
                    points.Add(key, list = []);
                list.Add((across, up));
            }
        }

        var datasets = points.Select(one => new ChartDataset(one.Key, [.. one.Value.Select(point => (double?)point.Y)]) { XValues = [.. one.Value.Select(point => point.X)] });
        return new ChartData([], [.. datasets], points.Sum(one => one.Value.Count));
    }

    private static double? Number(DatasetRows data, ImmutableArray<object?> row, int index) => ChartNumber.Read(row[index], $"The column '{data.Columns[index].Name}'");
}
