namespace Daybook.Composition;

/// <summary>Names a value in a message.</summary>
internal static class NodeWords
{
    public static string Describe(TemplateNode node) => node switch
    {
        MappingNode => "an object",
        SequenceNode => "a list",
        ScalarNode { Kind: ScalarKind.Null } => "empty",
        ScalarNode { Kind: ScalarKind.Text } text => $"the text {Quote(text.Value)}",
        ScalarNode { Kind: ScalarKind.Boolean } flag => flag.Value,
        ScalarNode number => $"the number {number.Value}",
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    /// <summary>At most 40 characters of the text, on one line.</summary>
    public static string Quote(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return $"'{(line.Length > 40 ? line[..39].TrimEnd() + "…" : line)}'";
    }
}
