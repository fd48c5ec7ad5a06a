using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Composition;

/// <summary>Makes the nodes of a template out of those of another program's template.</summary>
internal static class NodeMaking
{
    public static ScalarNode Text(string text, SourceLocation place) => new(ScalarKind.Text, TemplateText.At(place, text));

    public static ScalarNode Number(int number, SourceLocation place) =>
        new(ScalarKind.Number, TemplateText.At(place, number.ToString(CultureInfo.InvariantCulture)));

    public static SequenceNode List(IEnumerable<TemplateNode> items, SourceLocation place) => new([.. items], place);

    /// <summary>An object of those entries that have a value.</summary>
    public static MappingNode Object(SourceLocation place, params IEnumerable<(string Key, TemplateNode? Value)> entries) =>
        new(
            [.. entries.Where(entry => entry.Value is not null).Select(entry => new MappingEntry(entry.Key, entry.Value!.Location, entry.Value))],
            place);

    /// <summary>The node with its text replaced by its counterpart, where there is one.</summary>
    public static TemplateNode? Translate(TemplateNode? node, ImmutableDictionary<string, string> words) =>
        node is ScalarNode { Kind: ScalarKind.Text } text && words.TryGetValue(text.Value.Trim(), out var word) ? Text(word, text.Location) : node;
}
