using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Makes one chart from data.</summary>
internal static class ChartMaker
{
    /// <returns>Null when there is nothing to draw: no rows, only gaps, or a pie of zeros.</returns>
    /// <exception cref="CompositionException">The data or the options cannot be drawn.</exception>
    public static Chart? Make(DataNode source, VisualizationConfig config, ChartType type, ChartSettings settings)
    {
        var rows = source.AsRows();
        if (rows is { Rows.IsEmpty: true })
            return null;
        var data = rows is not null ? RowChartData.Make(rows, config, type) : ReadyChartData.Read(source.AsJson(), type);
        if (!data.HasValues || (IsShare(type) && !HasShares(data)))
            return null;
        data = data with { Datasets = [.. data.Datasets.Select(Coloured)] };
        // Rows that hold figures already are no observations: four rows of counts are not "n = 4".
        var observations = type == ChartType.Scatter || config.Aggregate == Aggregate.Count ? data.Rows : null;
        var options = settings.ToOptions(data, observations);
        var text = ChartText.Of(options.Decimals, options.Unit, settings.Locale);
        var aggregate = data.Rows is not null && !config.Y.IsEmpty ? config.Aggregate : (Aggregate?)null;
        return new Chart(type, type is ChartType.Gauge or ChartType.Scatter ? [] : data.Labels, data.Datasets, ChartAltText.Of(type, settings.Title, data, text, aggregate))
        {
            Title = settings.Title,
            Options = options,
        };
    }

    private static bool IsShare(ChartType type) => type is ChartType.Pie or ChartType.Doughnut;

    private static bool HasShares(ChartData data)
    {
        if (data.Datasets.Length != 1)
            throw new CompositionException(SectionCodes.BadChartData, $"A pie shows one series, but the data has {data.Datasets.Length}. Choose one y column and no series, or a bar chart.");
        if (data.Datasets[0].Values.Any(value => value < 0))
            throw new CompositionException(SectionCodes.BadChartData, "A pie cannot show negative values. Choose a bar chart.");
        return data.Datasets[0].Values.Sum() > 0;
    }

    private static ChartDataset Coloured(ChartDataset dataset) =>
        SeverityWords.TryParse(dataset.Label, out var severity) ? dataset with { Severity = severity } : dataset;
}
