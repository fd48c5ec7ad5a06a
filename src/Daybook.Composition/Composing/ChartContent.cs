using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>The chart, cards or timeline of a visualization block.</summary>
internal sealed class ChartContent(BlockRun run, DataScope scope, string id)
{
    public BlockContent Of(VisualizationConfig config, DataPath path)
    {
        var data = run.Data.Resolve(path);
        var settings = new ChartSettings(config.Options?.Resolve(text => JsonValues.Text(run.Texts.Plain(text, scope, run.CancellationToken)))) { Locale = run.Locale };
        foreach (var key in settings.Unknown)
            run.Log.Add(new LogEntry(LogLevel.Warning, id, SectionCodes.UnknownOption, $"The option '{key}' of the chart is unknown and changes nothing.") { Location = config.Options!.Location });
        DocumentBlock? block = config.ChartType switch
        {
            VisualizationType.Cards => CardsMaker.Make(data, config, settings),
            VisualizationType.Timeline => TimelineMaker.Make(data, config, settings),
            var type => ChartMaker.Make(data, config, ChartTypeOf(type), settings),
        };
        return block is null ? BlockContent.Empty("There is no data to draw.") : new BlockContent([block]);
    }

    private static ChartType ChartTypeOf(VisualizationType type) => type switch
    {
        VisualizationType.Line => ChartType.Line,
        VisualizationType.Area => ChartType.Area,
        VisualizationType.Bar or VisualizationType.GroupedBar => ChartType.Bar,
        VisualizationType.StackedBar => ChartType.StackedBar,
        VisualizationType.HorizontalBar => ChartType.HorizontalBar,
        VisualizationType.HorizontalStackedBar => ChartType.HorizontalStackedBar,
        VisualizationType.Pie => ChartType.Pie,
        VisualizationType.Doughnut => ChartType.Doughnut,
        VisualizationType.Scatter => ChartType.Scatter,
        VisualizationType.Radar => ChartType.Radar,
        VisualizationType.Gauge => ChartType.Gauge,
        VisualizationType.Heatmap => ChartType.Heatmap,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
