using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Rewrites a block of another program's template.</summary>
internal static class ImportedBlock
{
    private static readonly ImmutableDictionary<string, string> TypeWords = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        TemplateWords.BlockTypes.Words.Select(word => KeyValuePair.Create(word, word)).Concat(
            TemplateWords.BlockTypes.Words.Select(word => KeyValuePair.Create(word.Replace("_block", "", StringComparison.Ordinal), word))).Append(
        KeyValuePair.Create("chart", "visualization_block")));

    private static readonly ImmutableDictionary<string, string> OutputWords = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        [
            KeyValuePair.Create("markdown", "structured_markdown"), KeyValuePair.Create("text", "raw"), KeyValuePair.Create("plain", "raw"),
            KeyValuePair.Create("bullets", "bullet_points"), KeyValuePair.Create("list", "bullet_points"),
        ]);

    public static IEnumerable<TemplateNode> All(ImportReading parent, string key, DiagnosticBag diagnostics)
    {
        foreach (var (index, block) in parent.TakeObjects(key).Index())
        {
            if (Rewrite(block, index + 1, diagnostics) is { } node)
                yield return node;
        }
    }

    private static MappingNode? Rewrite(ImportReading block, int position, DiagnosticBag diagnostics)
    {
        var typeNode = block.Take("type", "block_type");
        var written = (typeNode as ScalarNode)?.AsText()?.Text ?? "";
        var config = block.TakeObject("config", "configuration");
        var ownId = block.Take("id", "block_id");
        var id = ownId ?? NodeMaking.Text(written.Length == 0 ? $"block_{position}" : $"{written}_{position}", block.Location);
        var head = new List<(string, TemplateNode?)>
        {
            ("id", id),
            ("order", block.Take("order", "position") ?? NodeMaking.Number(position, block.Location)),
            ("title", block.Take("title", "name") ?? config?.Take("title") ?? Title(ownId ?? typeNode ?? id, block)),
        };
        foreach (var key in (ReadOnlySpan<string>)["icon", "enabled", "condition", "on_error", "on_empty"])
            head.Add((key, block.Take(key)));
        var body = TypeWords.TryGetValue(written, out var type)
            ? [("type", NodeMaking.Text(type, typeNode!.Location)), .. Body(type, block, config, diagnostics)]
            : LibraryBlocks.Body(written, block, config);
        if (body is null)
        {
            diagnostics.Error(
                DiagnosticCodes.UnmappedBlock,
                typeNode?.Location ?? block.Location,
                written.Length == 0 ? "the block has no type" : $"a block of type {NodeWords.Quote(written)} has no counterpart as it stands here",
                LibraryBlocks.AdviceFor(written));
            return null;
        }

        config?.ReportUntaken();
        block.ReportUntaken();
        return NodeMaking.Object(block.Location, head.Concat(body));
    }

    /// <summary>What a block of our own types has; other programs write some of it on the block and some in its config.</summary>
    private static List<(string Key, TemplateNode? Value)> Body(string type, ImportReading block, ImportReading? config, DiagnosticBag diagnostics)
    {
        var keys = TemplateWords.BlockTypes.Find(type) switch
        {
            BlockType.Analysis => TemplateKeys.AnalysisConfig.Keys,
            BlockType.Visualization => TemplateKeys.VisualizationConfig.Keys,
            BlockType.Custom => TemplateKeys.CustomConfig.Keys,
            BlockType.Data or BlockType.Composite => [],
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };
        RefuseFiles(block, diagnostics);
        if (config is not null)
            RefuseFiles(config, diagnostics);
        var settings = keys.Select(key => (key, Of(key, OtherNames(key)))).ToList();
        if (type == "composite_block")
            settings.Add(("sub_blocks", NodeMaking.List(All(config ?? block, "sub_blocks", diagnostics).ToList(), block.Location)));
        return
        [
            ("data_sources", Of("data_sources", type == "visualization_block" ? "data_sources" : "data_source")),
            ("data_dependencies", type == "analysis_block" ? Of("data_dependencies") : null),
            ("template", Of("template", "content")),
            ("config", NodeMaking.Object(block.Location, settings)),
        ];

        TemplateNode? Of(params ReadOnlySpan<string> names)
        {
            var value = block.Take(names) ?? config?.Take(names);
            return names[0] == "output_processor" ? NodeMaking.Translate(value, OutputWords) : value;
        }
    }

    private static string OtherNames(string key) => key switch
    {
        "prompt_template" => "prompt",
        "output_processor" => "output_format",
        _ => key,
    };

    private static void RefuseFiles(ImportReading reading, DiagnosticBag diagnostics)
    {
        if (reading.Take("script_file", "script_path", "file") is { } file)
        {
            diagnostics.Error(
                DiagnosticCodes.ScriptFileRefused,
                file.Location,
                $"the block refers to the script file {NodeWords.Describe(file)}; scripts are never read from files",
                "Write the script itself, in JavaScript, into the template.");
        }
    }

    /// <param name="name">The id or the type, in words with underscores.</param>
    private static ScalarNode Title(TemplateNode name, ImportReading block)
    {
        var words = (name as ScalarNode)?.AsText()?.Text.Replace('_', ' ').Replace('-', ' ') ?? "";
        var title = words.Length == 0 ? "Untitled" : char.ToUpperInvariant(words[0]) + words[1..];
        block.ReportAssumed($"the block has no title; '{title}' is taken");
        return NodeMaking.Text(title, block.Location);
    }
}
