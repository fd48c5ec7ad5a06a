using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Makes series from rows. Labels and series keep the order in which the rows first name them: nothing is sorted, nothing reversed.</summary>
internal sealed class RowChartData(DatasetRows data, VisualizationConfig config)
{
    /// <summary>A label, and which of several places with this label, where rows are not put together.</summary>
    private readonly OrderedDictionary<(string Text, int Place), bool> _labels = [];
    private readonly OrderedDictionary<string, Dictionary<(string Text, int Place), List<double?>>> _series = new(StringComparer.Ordinal);

    /// <exception cref="CompositionException"><c>unknown_column</c>, <c>missing_column</c> or <c>not_a_number</c>.</exception>
    public static ChartData Make(DatasetRows data, VisualizationConfig config, ChartType type) => type switch
    {
        ChartType.Scatter => ScatterChartData.Make(data, config),
        ChartType.Gauge => new RowChartData(data, config).Collect(_ => ""),
        _ => new RowChartData(data, config).Collect(LabelOf(data, config)),
    };

    private static Func<ImmutableArray<object?>, string> LabelOf(DatasetRows data, VisualizationConfig config)
    {
        var index = TableMaker.IndexOf(data, config.X ?? throw new CompositionException(SectionCodes.MissingColumn, $"The chart does not say which column gives its labels; write x: with one of {string.Join(", ", data.Columns.Select(column => column.Name))}."));
        return row => ReadableLabel.Of(row[index]);
    }

    private ChartData Collect(Func<ImmutableArray<object?>, string> labelOf)
    {
        var seriesIndex = config.Series is { } series ? TableMaker.IndexOf(data, series) : (int?)null;
        var values = config.Y.IsEmpty
            ? [(Name: "Count", Index: (int?)null)]
            : config.Y.Select(column => (Name: Titles.Of(column), Index: (int?)TableMaker.IndexOf(data, column))).ToList();
        foreach (var row in data.Rows)
        {
            var label = labelOf(row);
            foreach (var (name, index) in values)
            {
                var key = seriesIndex is not { } at ? name : values.Count == 1 ? ReadableLabel.Of(row[at]) : $"{ReadableLabel.Of(row[at])}: {name}";
                Add(key, label, index is { } column ? ChartNumber.Read(row[column], $"The column '{data.Columns[column].Name}'") : 1);
            }
        }

        var datasets = _series.Select(one => new ChartDataset(one.Key, [.. _labels.Keys.Select(label => Value(one.Value.GetValueOrDefault(label), Aggregate))]));
        return new ChartData([.. _labels.Keys.Select(label => label.Text)], [.. datasets], data.Rows.Length);
    }

    private Aggregate Aggregate => config.Y.IsEmpty ? Aggregate.Count : config.Aggregate;

    private void Add(string series, string text, double? value)
    {
        if (!_series.TryGetValue(series, out var byLabel))
            _series.Add(series, byLabel = []);
        var place = 0;
        while (Aggregate == Aggregate.None && byLabel.ContainsKey((text, place)))
            place++;
        var label = (text, place);
        _labels.TryAdd(label, true);
        if (!byLabel.TryGetValue(label, out var values))
            byLabel.Add(label, values = []);
        values.Add(value);
    }

    /// <summary>Nulls take no part; without any value there is a gap. Only a count may be zero: all rows were looked at.</summary>
    private static double? Value(List<double?>? values, Aggregate aggregate)
    {
        var known = values?.OfType<double>().ToList() ?? [];
        if (known.Count == 0)
            return aggregate == Aggregate.Count ? 0 : null;
        return aggregate switch
        {
            Aggregate.Sum => known.Sum(),
            Aggregate.Mean => known.Sum() / known.Count,
            Aggregate.Minimum => known.Min(),
            Aggregate.Maximum => known.Max(),
            Aggregate.Count => known.Count,
            Aggregate.Last or Aggregate.None => values![^1],
            _ => throw new ArgumentOutOfRangeException(nameof(aggregate), aggregate, null),
        };
    }
}
