using System.Collections.Immutable;
using System.Text;

namespace Daybook.Composition;

/// <summary>Ready blocks that other programs offer, as blocks of ours. A block from which nothing could be printed has no counterpart.</summary>
internal static class LibraryBlocks
{
    private static readonly string[] Known =
    [
        "title", "findings_by_severity", "recommendations", "metrics", "compliance_checklist", "executive_summary", "ai_analysis", "security_metrics",
        "toxicity_heatmap", "custom_content", "data_table",
    ];

    public static string AdviceFor(string type) => type switch
    {
        "title" or "custom_content" or "executive_summary" => "Give its config the text as 'content', or replace it with a data_block.",
        "findings_by_severity" or "data_table" or "metrics" or "security_metrics" or "toxicity_heatmap" => "Give its config a 'data_source' with the path of the data.",
        "recommendations" or "compliance_checklist" => "Give its config a list 'items', or a 'data_source' with the path of the data.",
        "ai_analysis" => "Give its config a 'prompt'.",
        _ => $"Replace it with one of {string.Join(", ", TemplateWords.BlockTypes.Words)}{NearMatch.Question(type, Known)}",
    };

    /// <summary>The type, sources, text and config of our block; null when there is no counterpart.</summary>
    public static List<(string Key, TemplateNode? Value)>? Body(string type, ImportReading block, ImportReading? config) => type switch
    {
        "title" => Written(block, config, "content", "subtitle", "text"),
        "custom_content" => Written(block, config, "content", "template", "markdown", "text"),
        "executive_summary" => Written(block, config, "content", "template", "summary", "text") ?? Analysis(block, config),
        "ai_analysis" => Analysis(block, config),
        "data_table" or "findings_by_severity" => Table(block, config),
        "metrics" or "security_metrics" => Items(block, config, "metrics", Metric) ?? Table(block, config),
        "recommendations" => Items(block, config, "items", item => $"1. {item}") ?? Each(block, config, "1. {{ item }}"),
        "compliance_checklist" => Items(block, config, "items", item => $"- [ ] {item}") ?? Each(block, config, "- [ ] {{ item }}"),
        "toxicity_heatmap" => Heatmap(block, config),
        _ => null,
    };

    private static List<(string Key, TemplateNode? Value)>? Written(ImportReading block, ImportReading? config, params ReadOnlySpan<string> keys) =>
        (config?.Take(keys) ?? block.Take(keys)) is { } text ? [Type("data_block", block), ("template", text)] : null;

    private static List<(string Key, TemplateNode? Value)>? Analysis(ImportReading block, ImportReading? config)
    {
        var prompt = config?.Take("prompt_template", "prompt") ?? block.Take("prompt_template", "prompt");
        if (prompt is null)
            return null;
        var settings = new List<(string, TemplateNode?)> { ("prompt_template", prompt) };
        foreach (var key in (ReadOnlySpan<string>)["model", "temperature", "max_tokens"])
            settings.Add((key, config?.Take(key) ?? block.Take(key)));
        return [Type("analysis_block", block), ("data_sources", Source(block, config)), ("config", NodeMaking.Object(block.Location, settings))];
    }

    private static List<(string Key, TemplateNode? Value)>? Table(ImportReading block, ImportReading? config)
    {
        if (Source(block, config) is not { } source)
            return null;
        var columns = Texts(block, config, "columns");
        var path = (source as ScalarNode)?.AsText()?.Text;
        var template = columns.IsEmpty || path is null ? null : NodeMaking.Text(TableOf(path, columns), block.Location);
        return [Type("data_block", block), ("data_sources", source), ("template", template)];
    }

    private static string TableOf(string path, ImmutableArray<string> columns)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", columns).Append(" |\n|").Insert(text.Length, " --- |", columns.Length).Append('\n');
        text.Append("{% for row in ").Append(path).Append(" %}| ").AppendJoin(" | ", columns.Select(column => $"{{{{ row[\"{column}\"] }}}}")).Append(" |\n{% endfor %}");
        return text.ToString();
    }

    private static List<(string Key, TemplateNode? Value)>? Items(ImportReading block, ImportReading? config, string key, Func<string, string> line)
    {
        var items = Texts(block, config, key);
        if (items.IsEmpty)
            return null;
        var template = NodeMaking.Text(string.Join('\n', items.Select(line)), block.Location);
        return [Type("data_block", block), ("data_sources", Source(block, config)), ("template", template)];
    }

    private static List<(string Key, TemplateNode? Value)>? Each(ImportReading block, ImportReading? config, string line) =>
        Source(block, config) is ScalarNode source && source.AsText() is { Text: var path }
            ? [Type("data_block", block), ("data_sources", source), ("template", NodeMaking.Text($"{{% for item in {path} %}}{line}\n{{% endfor %}}", block.Location))]
            : null;

    private static List<(string Key, TemplateNode? Value)>? Heatmap(ImportReading block, ImportReading? config)
    {
        if (Source(block, config) is not { } source)
            return null;
        var settings = NodeMaking.Object(
            block.Location,
            ("chart_type", NodeMaking.Text("heatmap", block.Location)),
            ("data_source", source),
            ("x", config?.Take("x")),
            ("y", config?.Take("value", "values")),
            ("series", config?.Take("y")));
        return [Type("visualization_block", block), ("config", settings)];
    }

    private static string Metric(string name) => $"- **{name[(name.LastIndexOf('.') + 1)..].Replace('_', ' ')}**: {{{{ {name} }}}}";

    private static (string Key, TemplateNode? Value) Type(string type, ImportReading block) => ("type", NodeMaking.Text(type, block.Location));

    private static ImmutableArray<string> Texts(ImportReading block, ImportReading? config, string key) =>
        config?.TakeTexts(key) is { IsEmpty: false } texts ? texts : block.TakeTexts(key);

    private static TemplateNode? Source(ImportReading block, ImportReading? config) =>
        config?.Take("data_source", "data_sources", "source", "data") ?? block.Take("data_source", "data_sources");
}
