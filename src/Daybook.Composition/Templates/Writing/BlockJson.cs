using System.Collections.Immutable;

namespace Daybook.Composition;

internal sealed class BlockJson(TemplateJson json) : TemplateBlockVisitor<bool>
{
    public static void Write(TemplateJson json, TemplateBlock block) => block.Accept(new BlockJson(json));

    public override bool Visit(DataBlock block) => WriteShared(block, BlockType.Data, block.Table is { } table ? () => json.Object("table", () => WriteTable(table)) : null);

    public override bool Visit(AnalysisBlock block) => WriteShared(block, BlockType.Analysis, () => WriteConfig(block.Config), block.DataDependencies);

    public override bool Visit(VisualizationBlock block) => WriteShared(block, BlockType.Visualization, () => WriteConfig(block.Config));

    public override bool Visit(CustomBlock block) =>
        WriteShared(block, BlockType.Custom, () =>
        {
            json.Text("script", block.Script.Text);
            json.Text("output_template", block.OutputTemplate?.Text);
        });

    public override bool Visit(CompositeBlock block) =>
        WriteShared(block, BlockType.Composite, () => json.List("sub_blocks", block.SubBlocks, sub => json.Object(() => Write(json, sub))));

    private bool WriteShared(TemplateBlock block, BlockType type, Action? config, ImmutableArray<DataPath> dependencies = default)
    {
        json.Text("id", block.Id);
        json.Text("type", TemplateWords.BlockTypes.WordOf(type));
        json.Number("order", block.Order);
        json.Text("title", block.Title, unless: "");
        json.Text("icon", block.Icon);
        json.Flag("enabled", block.Enabled, unless: true);
        json.Text("condition", block.Condition?.Text);
        json.Text("on_error", TemplateWords.ErrorPolicies.WordOf(block.OnError), TemplateWords.ErrorPolicies.WordOf(ErrorPolicy.Show));
        json.Text("on_empty", block.EmptyNote ?? TemplateWords.EmptyPolicies.WordOf(block.OnEmpty), TemplateWords.EmptyPolicies.WordOf(EmptyPolicy.Show));
        json.Texts("data_sources", [.. block.DataSources.Select(path => path.Path)]);
        if (!dependencies.IsDefault)
            json.Texts("data_dependencies", [.. dependencies.Select(path => path.Path)]);
        json.Text("template", block.Template?.Text);
        if (config is not null)
            json.Object("config", config);
        return true;
    }

    private void WriteTable(TableConfig table)
    {
        json.Text("data", table.Data?.Path);
        if (!table.Columns.IsEmpty)
            json.List("columns", table.Columns, column => json.Object(() => WriteColumn(column)));
        json.Texts("totals", table.Totals);
        json.Text("caption", table.Caption?.Text);
        json.Number("limit", table.Limit);
    }

    private void WriteColumn(TableColumnConfig column)
    {
        json.Text("key", column.Key);
        json.Text("title", column.Title);
        json.Text("type", column.Type is { } type ? TemplateWords.ColumnTypes.WordOf(type) : null);
        json.Text("align", column.Align is { } alignment ? TemplateWords.Alignments.WordOf(alignment) : null);
        json.Number("decimals", column.Decimals);
        json.Text("currency", column.Currency);
    }

    private void WriteConfig(AnalysisConfig config)
    {
        var defaults = new AnalysisConfig();
        json.Text("prompt_template", config.PromptTemplate?.Text);
        json.Text("fallback", config.Fallback?.Text);
        json.Text("model", config.Model, defaults.Model);
        json.Number("temperature", config.Temperature, defaults.Temperature);
        json.Number("max_tokens", config.MaxTokens, defaults.MaxTokens);
        json.Number("context_window", config.ContextWindow, defaults.ContextWindow);
        json.Text("output_processor", TemplateWords.OutputProcessors.WordOf(config.OutputProcessor), TemplateWords.OutputProcessors.WordOf(defaults.OutputProcessor));
        json.Number("top_p", config.TopP);
        json.Number("frequency_penalty", config.FrequencyPenalty);
        json.Number("presence_penalty", config.PresencePenalty);
        json.Text("endpoint", config.Endpoint);
        json.Text("method", config.Method, defaults.Method);
        if (!config.Headers.IsEmpty)
            json.Object("headers", () => json.Each(config.Headers, header => json.Text(header.Key, header.Value.Text)));
        json.Text("api_token", config.ApiToken);
        json.Value("request_template", config.RequestTemplate?.Json);
        json.Text("response_path", config.ResponsePath, defaults.ResponsePath);
    }

    private void WriteConfig(VisualizationConfig config)
    {
        json.Text("chart_type", TemplateWords.ChartTypes.WordOf(config.ChartType));
        json.Text("data_source", config.DataSource?.Path);
        json.Text("x", config.X);
        json.Texts("y", config.Y);
        json.Text("series", config.Series);
        json.Text("aggregate", TemplateWords.Aggregates.WordOf(config.Aggregate), TemplateWords.Aggregates.WordOf(Aggregate.Sum));
        json.Value("options", config.Options?.Json);
    }
}
