using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Daybook.Composition;

/// <summary>Rewrites the templates of other programs as one of ours, which is then read like any other; every key without a counterpart is reported.</summary>
internal static partial class ImportedTemplate
{
    private static readonly ImmutableDictionary<string, string> FormatWords = ImmutableDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        TemplateWords.Formats.Select(format => KeyValuePair.Create(format, format)).Concat(
        [
            KeyValuePair.Create("md", "markdown"), KeyValuePair.Create("excel", "xlsx"), KeyValuePair.Create("word", "docx"),
        ]));

    private static readonly ImmutableDictionary<string, string> PageSizes =
        ImmutableDictionary.CreateRange(StringComparer.OrdinalIgnoreCase, TemplateWords.PageSizes.Words.Select(word => KeyValuePair.Create(word, word)));

    /// <summary>The same object when it has our shape.</summary>
    public static MappingNode Normalise(MappingNode root, DiagnosticBag diagnostics)
    {
        var whole = new ImportReading(root, "", diagnostics);
        if (root.Find("metadata") is null && whole.TakeObject("template") is { } inner)
            return Finish(whole, FromParts(inner, inner, "export_settings"));
        if (root.Find("blocks") is null && root.Find("config")?.Value is MappingNode config && config.Find("blocks") is not null)
            return Finish(whole, FromParts(whole, whole.TakeObject("config")!, "export_settings"));
        return root;
    }

    private static MappingNode Finish(ImportReading whole, MappingNode template)
    {
        whole.ReportUntaken();
        return template;
    }

    /// <param name="head">Has the name and the like.</param>
    /// <param name="body">Has the blocks.</param>
    private static MappingNode FromParts(ImportReading head, ImportReading body, string exportKey)
    {
        var template = NodeMaking.Object(
            head.Location,
            ("metadata", Metadata(head)),
            ("parameters", body.Take("parameters")),
            ("datasets", body.Take("datasets")),
            ("blocks", NodeMaking.List(ImportedBlock.All(body, "blocks", head.Diagnostics), body.Location)),
            ("export_config", body.TakeObject(exportKey, "export_config") is { } export ? Export(export) : null));
        if (!ReferenceEquals(head, body))
            body.ReportUntaken();
        else
            head.ReportUntaken();
        return template;
    }

    private static MappingNode Metadata(ImportReading head)
    {
        var more = head.TakeObject("metadata");
        var name = Of("name", "title");
        var id = Of("id", "template_id") ?? (name is ScalarNode named ? Assume(head, "id", Slug(named.Value)) : null);
        var metadata = NodeMaking.Object(
            head.Location,
            ("id", id),
            ("name", name),
            ("version", Of("version") ?? Assume(head, "version", "1.0.0")),
            ("author", Of("author", "created_by")),
            ("description", Of("description")),
            ("created_at", Of("created_at", "created")),
            ("updated_at", Of("updated_at", "updated", "modified")),
            ("tags", Of("tags")),
            ("permissions", Of("permissions")));
        more?.ReportUntaken();
        return metadata;

        TemplateNode? Of(params ReadOnlySpan<string> keys) => head.Take(keys) ?? more?.Take(keys);
    }

    private static MappingNode Export(ImportReading export)
    {
        var formats = export.Take("formats") is SequenceNode list
            ? NodeMaking.List(list.Items.Select(item => NodeMaking.Translate(item, FormatWords)!), list.Location)
            : null;
        var entries = new List<(string, TemplateNode?)> { ("formats", formats) };
        foreach (var format in TemplateWords.Formats)
        {
            if (export.TakeObject($"{format}_options", format) is not { } options)
                continue;
            var values = TemplateKeys.OptionsOf(format).Keys.Select(key => (key, NodeMaking.Translate(options.Take(key), key == "page_size" ? PageSizes : [])));
            entries.Add((format, NodeMaking.Object(options.Location, values)));
            options.ReportUntaken();
        }

        export.ReportUntaken();
        return NodeMaking.Object(export.Location, entries);
    }

    private static ScalarNode Assume(ImportReading head, string key, string value)
    {
        head.ReportAssumed($"the template has no '{key}'; '{value}' is taken");
        return NodeMaking.Text(value, head.Location);
    }

    private static string Slug(string name) => Others().Replace(name.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Others();
}
