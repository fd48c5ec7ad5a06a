using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Reads what only one kind of block has. The blocks come back without what all kinds have.</summary>
internal static class ConfigMapping
{
    public static TemplateBlock Map(BlockType type, ObjectReading block, string id, BlockScope scope, MappingContext context)
    {
        var node = block.Mapping("config") ?? new MappingNode([], block.Location);
        var config = new ObjectReading(node, $"'config' of {block.Subject}", context.Diagnostics);
        switch (type)
        {
            case BlockType.Data:
                config.RefuseUnknownKeys(TemplateKeys.DataConfig);
                return new DataBlock { Table = TableMapping.Map(config, context.Diagnostics) };
            case BlockType.Analysis:
                return MapAnalysis(block, config, context);
            case BlockType.Visualization:
                return MapVisualization(config, context);
            case BlockType.Custom:
                return MapCustom(config, context);
            case BlockType.Composite:
                return MapComposite(config, id, scope, context);
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, null);
        }
    }

    private static AnalysisBlock MapAnalysis(ObjectReading block, ObjectReading config, MappingContext context)
    {
        config.RefuseUnknownKeys(TemplateKeys.AnalysisConfig);
        var defaults = new AnalysisConfig();
        return new AnalysisBlock
        {
            DataDependencies = BlockMapping.Paths(block, "data_dependencies", context.Diagnostics),
            Config = new AnalysisConfig
            {
                PromptTemplate = config.RequiredText("prompt_template", "Write what the model shall do, in Jinja."),
                Fallback = config.Text("fallback"),
                Model = MapModel(config, context.Diagnostics) ?? defaults.Model,
                Temperature = config.Number("temperature", 0, 2) ?? defaults.Temperature,
                MaxTokens = config.Integer("max_tokens", 1, 1_000_000) ?? defaults.MaxTokens,
                ContextWindow = config.Integer("context_window", 1, 10_000_000) ?? defaults.ContextWindow,
                OutputProcessor = config.Word("output_processor", TemplateWords.OutputProcessors) ?? defaults.OutputProcessor,
                TopP = config.Number("top_p", 0, 1),
                FrequencyPenalty = config.Number("frequency_penalty", -2, 2),
                PresencePenalty = config.Number("presence_penalty", -2, 2),
                Endpoint = config.Line("endpoint"),
                Method = MapMethod(config) ?? defaults.Method,
                Headers = MapHeaders(config, context.Diagnostics),
                ApiToken = config.Line("api_token"),
                RequestTemplate = config.Node("request_template") is { } body ? new TemplateValue(body) : null,
                ResponsePath = config.Line("response_path") ?? defaults.ResponsePath,
            },
        };
    }

    /// <summary>A model that nobody answers for is a remark and no mistake: the block says so when it is composed, and the rest of the report is made.</summary>
    private static string? MapModel(ObjectReading config, DiagnosticBag diagnostics)
    {
        if (config.Text("model") is not { } model)
            return null;
        if (ModelName.KindOf(model.Text) is null)
            diagnostics.Warning(DiagnosticCodes.UnknownModel, model.Location, $"the model {NodeWords.Quote(model.Text)} in {config.Subject} is not supported", $"Write {ModelName.Forms}.");
        return model.Text;
    }

    private static string? MapMethod(ObjectReading config)
    {
        if (config.Text("method") is not { } method)
            return null;
        if (!TemplateWords.Methods.Contains(method.Text))
            config.UnknownWord(method, "method", DiagnosticCodes.UnknownWord, TemplateWords.Methods);
        return method.Text;
    }

    private static ImmutableSortedDictionary<string, TemplateText> MapHeaders(ObjectReading config, DiagnosticBag diagnostics)
    {
        var headers = ImmutableSortedDictionary.CreateBuilder<string, TemplateText>(StringComparer.Ordinal);
        if (config.Mapping("headers") is { } node)
        {
            var reading = new ObjectReading(node, $"'headers' in {config.Subject}", diagnostics);
            foreach (var entry in node.Entries)
            {
                if (reading.Text(entry.Key) is { } value)
                    headers[entry.Key] = value;
            }
        }

        return headers.ToImmutable();
    }

    private static VisualizationBlock MapVisualization(ObjectReading config, MappingContext context)
    {
        config.RefuseUnknownKeys(TemplateKeys.VisualizationConfig);
        return new VisualizationBlock
        {
            Config = new VisualizationConfig
            {
                ChartType = config.Word("chart_type", TemplateWords.ChartTypes) ?? VisualizationType.Line,
                DataSource = config.Text("data_source") is { Text.Length: > 0 } path ? Names.Path(config.Subject, path, context.Diagnostics) : null,
                X = config.Line("x"),
                Y = [.. config.Texts("y").Select(column => column.Text)],
                Series = config.Line("series"),
                Aggregate = config.Word("aggregate", TemplateWords.Aggregates) ?? Aggregate.Sum,
                Options = config.Mapping("options") is { } options ? new TemplateValue(options) : null,
            },
        };
    }

    private static CustomBlock MapCustom(ObjectReading config, MappingContext context)
    {
        config.RefuseUnknownKeys(TemplateKeys.CustomConfig);
        var script = config.RequiredText("script", "Write JavaScript with a function calculate(data) or analyze(data).");
        if (script is not null)
            ScriptFiles.Refuse(script, config.Subject, context.Diagnostics);
        return new CustomBlock
        {
            Script = script ?? TemplateText.At(config.Location, ""),
            OutputTemplate = config.Text("output_template"),
        };
    }

    private static CompositeBlock MapComposite(ObjectReading config, string id, BlockScope scope, MappingContext context)
    {
        config.RefuseUnknownKeys(TemplateKeys.CompositeConfig);
        var nodes = config.Mappings("sub_blocks");
        if (scope.Depth >= CompositeBlock.MaxDepth)
        {
            config.Report(
                DiagnosticCodes.NestedTooDeep,
                config.Location,
                $"composite blocks stand more than {CompositeBlock.MaxDepth} deep inside each other",
                "Move its sub-blocks one level up.");
            nodes = [];
        }
        else if (config.Node("sub_blocks") is null)
        {
            config.Missing("sub_blocks", "Write the blocks it is made of.");
        }

        return new CompositeBlock
        {
            SubBlocks = BlockMapping.MapList(nodes, scope.Inside(id), context),
        };
    }
}
