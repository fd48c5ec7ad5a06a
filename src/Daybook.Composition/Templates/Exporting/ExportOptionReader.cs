namespace Daybook.Composition;

/// <summary>Reads options of a format that are given beside the template, by the same rules as those inside it.</summary>
public static class ExportOptionReader
{
    /// <param name="format">A format word, such as <c>pdf</c>.</param>
    /// <param name="given">Keys as in <c>export_config</c> and <c>password</c>, with their values as text; lists are separated by commas. A later value replaces an earlier.</param>
    /// <param name="source">Names in messages where the options come from: <c>--option</c>.</param>
    public static ExportOptionsResult Read(string format, IEnumerable<KeyValuePair<string, string>> given, string source)
    {
        var diagnostics = new DiagnosticBag();
        var place = new SourceLocation(source, 0, 0);
        var latest = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in given)
            latest[key] = value;
        var entries = latest.Select(option => new MappingEntry(option.Key, place, Value(option.Key, option.Value, place)));
        var options = ExportMapping.MapOptions(format, new MappingNode([.. entries], place), TemplateKeys.OptionsGivenFor(format), diagnostics);
        return new ExportOptionsResult(options, diagnostics.ToImmutable());
    }

    private static TemplateNode Value(string key, string value, SourceLocation place)
    {
        if (key == "permissions")
            return NodeMaking.List(value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => NodeMaking.Text(item, place)), place);
        var (kind, json) = YamlScalar.Resolve(value);
        return kind == ScalarKind.Null ? NodeMaking.Text(value, place) : new ScalarNode(kind, TemplateText.At(place, json), value);
    }
}
