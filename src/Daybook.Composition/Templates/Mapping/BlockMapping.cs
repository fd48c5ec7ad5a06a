using System.Collections.Immutable;

namespace Daybook.Composition;

internal static class BlockMapping
{
    /// <summary>Words people try for a kind of block, and the kind they want.</summary>
    private static readonly Dictionary<string, string> Guesses = new(StringComparer.OrdinalIgnoreCase)
    {
        ["table"] = "data_block", ["text"] = "data_block", ["markdown"] = "data_block", ["chart"] = "visualization_block", ["graph"] = "visualization_block",
        ["script"] = "custom_block", ["ai"] = "analysis_block", ["llm"] = "analysis_block", ["group"] = "composite_block", ["section"] = "composite_block",
    };

    public static ImmutableArray<TemplateBlock> MapAll(ImmutableArray<MappingNode> nodes, MappingContext context) =>
        MapList(nodes, BlockScope.Template(), context);

    /// <summary>The blocks in the order they are rendered.</summary>
    public static ImmutableArray<TemplateBlock> MapList(ImmutableArray<MappingNode> nodes, BlockScope scope, MappingContext context)
    {
        var blocks = ImmutableArray.CreateBuilder<TemplateBlock>();
        foreach (var node in nodes)
        {
            if (Map(node, blocks.Count + 1, scope, context) is { } block)
                blocks.Add(block);
        }

        return [.. blocks.OrderBy(block => block.Order)];
    }

    private static TemplateBlock? Map(MappingNode node, int position, BlockScope scope, MappingContext context)
    {
        var isSub = scope.Depth > 0;
        var id = MapId(node, scope, context.Diagnostics);
        var reading = new ObjectReading(node, id.Length > 0 ? $"block '{scope.Prefix}{id}'" : "the block", context.Diagnostics);
        var type = MapType(reading, isSub);
        reading.RefuseUnknownKeys(KeysOf(type));
        var block = type is { } known ? ConfigMapping.Map(known, reading, id, scope, context) : new DataBlock();
        var (onEmpty, note) = MapOnEmpty(reading);
        block = block with
        {
            Id = id,
            Title = (isSub && reading.Node("title") is null ? null : reading.RequiredText("title", "The title stands above the block."))?.Text ?? "",
            Order = MapOrder(reading, isSub, position),
            Location = node.Location,
            Icon = reading.Line("icon"),
            DataSources = Paths(reading, "data_sources", context.Diagnostics),
            Template = reading.Text("template"),
            Enabled = reading.Boolean("enabled") ?? true,
            Condition = reading.Text("condition"),
            OnError = reading.Word("on_error", TemplateWords.ErrorPolicies) ?? ErrorPolicy.Show,
            OnEmpty = onEmpty,
            EmptyNote = note,
        };
        return type is null ? null : block;
    }

    public static ImmutableArray<DataPath> Paths(ObjectReading reading, string key, DiagnosticBag diagnostics)
    {
        var paths = ImmutableArray.CreateBuilder<DataPath>();
        foreach (var text in reading.Texts(key))
        {
            if (Names.Path(reading.Subject, text, diagnostics) is not { } path)
                continue;
            if (paths.FirstOrDefault(other => other.Path == path.Path) is { } same)
            {
                diagnostics.Error(
                    DiagnosticCodes.DuplicateName,
                    path.Location,
                    $"'{path}' stands twice in '{key}' of {reading.Subject}; it first stands in line {same.Location.Line}",
                    "Keep one of the two.");
            }
            else
                paths.Add(path);
        }

        return paths.ToImmutable();
    }

    private static KeySet KeysOf(BlockType? type) => type switch
    {
        null => TemplateKeys.AnalysisBlock,
        BlockType.Data => TemplateKeys.DataBlock,
        BlockType.Analysis => TemplateKeys.AnalysisBlock,
        BlockType.Visualization => TemplateKeys.VisualizationBlock,
        BlockType.Custom => TemplateKeys.CustomBlock,
        BlockType.Composite => TemplateKeys.CompositeBlock,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string MapId(MappingNode node, BlockScope scope, DiagnosticBag diagnostics)
    {
        var reading = new ObjectReading(node, "the block", diagnostics);
        var isDefault = scope.Depth > 0 && reading.Node("id") is null;
        var text = isDefault
            ? TemplateText.At(node.Location, "sub")
            : reading.RequiredText("id", "The id names the block in messages and links, such as summary; each has its own.");
        if (text is null)
            return "";
        Names.CheckId("block", text, diagnostics);
        if (!scope.RenderedIds.TryAdd(scope.Prefix + text.Text, text.Location))
        {
            var first = scope.RenderedIds[scope.Prefix + text.Text];
            diagnostics.Error(
                DiagnosticCodes.DuplicateId,
                text.Location,
                $"two blocks have the id '{scope.Prefix}{text}'; the first is in line {first.Line}",
                "Give each block an id of its own.");
        }

        return text.Text;
    }

    private static BlockType? MapType(ObjectReading reading, bool isSub)
    {
        if (isSub && reading.Node("type") is null)
            return BlockType.Data;
        if (reading.RequiredText("type", $"Write one of {string.Join(", ", TemplateWords.BlockTypes.Words)}.") is not { } text)
            return null;
        if (TemplateWords.BlockTypes.Find(text.Text) is { } type)
            return type;
        var known = TemplateWords.BlockTypes.Words;
        var near = NearMatch.Of(text.Text, known) ?? (NearMatch.Of(text.Text, Guesses.Keys) is { } guess ? Guesses[guess] : null);
        var question = near is null ? "" : $"; did you mean '{near}'?";
        reading.Report(
            TemplateWords.BlockTypes.Code,
            text.Location,
            $"unknown block type {NodeWords.Quote(text.Text)} in {reading.Subject}{question}",
            $"Write one of {string.Join(", ", known)}.");
        return null;
    }

    private static int MapOrder(ObjectReading reading, bool isSub, int position)
    {
        if (reading.Node("order") is null && !isSub)
            reading.Missing("order", "Write a whole number; blocks are printed from the smallest to the largest.");
        return reading.Integer("order", int.MinValue, int.MaxValue) ?? position;
    }

    private static (EmptyPolicy Policy, string? Note) MapOnEmpty(ObjectReading reading)
    {
        if (reading.Text("on_empty") is not { } text)
            return (EmptyPolicy.Show, null);
        if (TemplateWords.EmptyPolicies.Find(text.Text) is { } policy)
            return (policy, null);
        if (string.IsNullOrWhiteSpace(text.Text) || (!text.Text.Contains(' ') && NearMatch.Of(text.Text, TemplateWords.EmptyPolicies.Words) is not null))
            reading.UnknownWord(text, TemplateWords.EmptyPolicies.Noun, TemplateWords.EmptyPolicies.Code, [.. TemplateWords.EmptyPolicies.Words, "a sentence to print"]);
        return (EmptyPolicy.Note, text.Text);
    }
}
