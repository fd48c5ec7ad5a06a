using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Composition;

/// <summary>Takes the values of one object by key. A wrong value is reported and read as if it were absent; a key without a value (null) is absent.</summary>
/// <param name="subject">Names the object in messages: <c>block 'summary'</c>.</param>
internal sealed class ObjectReading(MappingNode node, string subject, DiagnosticBag diagnostics)
{
    public string Subject => subject;

    public SourceLocation Location => node.Location;

    /// <summary>Reports every key that is not in the set.</summary>
    public void RefuseUnknownKeys(KeySet keys)
    {
        foreach (var entry in node.Entries)
        {
            if (!keys.Keys.Contains(entry.Key))
            {
                var near = NearMatch.Question(entry.Key, keys.Keys.Where(key => node.Find(key) is null));
                diagnostics.Error(DiagnosticCodes.UnknownKey, entry.Location, $"{subject} has no key '{entry.Key}'{near}", KnownKeys(keys));
            }
        }
    }

    public MappingEntry? Entry(string key) => node.Find(key) is { Value: not ScalarNode { Kind: ScalarKind.Null } } entry ? entry : null;

    public TemplateNode? Node(string key) => Entry(key)?.Value;

    public TemplateText? Text(string key) => Node(key) is { } value ? TextOf(key, value) : null;

    public string? Line(string key) => Text(key)?.Text;

    /// <summary>Reports an absent or empty text.</summary>
    public TemplateText? RequiredText(string key, string advice)
    {
        if (Entry(key) is not { } entry)
        {
            Missing(key, advice);
            return null;
        }

        var text = TextOf(key, entry.Value);
        if (text is not null && string.IsNullOrWhiteSpace(text.Text))
        {
            diagnostics.Error(DiagnosticCodes.EmptyText, entry.Value.Location, $"'{key}' of {subject} is empty", advice);
            return null;
        }

        return text;
    }

    public void Missing(string key, string advice) => diagnostics.Error(DiagnosticCodes.MissingKey, node.Location, $"{subject} lacks '{key}'", advice);

    public bool? Boolean(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case ScalarNode { Kind: ScalarKind.Boolean } flag:
                return flag.Value == "true";
            case var other:
                WrongType(key, other, "true or false");
                return null;
        }
    }

    public int? Integer(string key, int minimum, int maximum)
    {
        if (Node(key) is not { } value)
            return null;
        if (value is not ScalarNode { Kind: ScalarKind.Number } number || number.Value.AsSpan().ContainsAny('.', 'e', 'E'))
        {
            WrongType(key, value, "a whole number");
            return null;
        }

        if (int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var result) && result >= minimum && result <= maximum)
            return result;
        OutOfRange(key, number, Bounds(minimum, maximum));
        return null;

        static string Bounds(int minimum, int maximum) => maximum == int.MaxValue ? $"{minimum} or more" : $"from {minimum} to {maximum}";
    }

    public decimal? Number(string key, decimal minimum, decimal maximum)
    {
        if (Node(key) is not { } value)
            return null;
        if (value is not ScalarNode { Kind: ScalarKind.Number } number)
        {
            WrongType(key, value, "a number");
            return null;
        }

        if (decimal.TryParse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var result) && result >= minimum && result <= maximum)
            return result;
        OutOfRange(key, number, string.Create(CultureInfo.InvariantCulture, $"from {minimum} to {maximum}"));
        return null;
    }

    public T? Word<T>(string key, ClosedSet<T> set)
        where T : struct, Enum
    {
        if (Text(key) is not { } text)
            return null;
        if (set.Find(text.Text) is { } value)
            return value;
        UnknownWord(text, set.Noun, set.Code, set.Words);
        return null;
    }

    public void UnknownWord(TemplateText text, string noun, string code, IEnumerable<string> words)
    {
        var known = words.ToList();
        diagnostics.Error(
            code,
            text.Location,
            $"unknown {noun} {NodeWords.Quote(text.Text)}{NearMatch.Question(text.Text, known)}",
            $"Write one of {string.Join(", ", known)}.");
    }

    public MappingNode? Mapping(string key)
    {
        var value = Node(key);
        if (value is null or MappingNode)
            return (MappingNode?)value;
        WrongType(key, value, "an object");
        return null;
    }

    /// <summary>The items of a list that are objects; others are reported.</summary>
    public ImmutableArray<MappingNode> Mappings(string key)
    {
        if (List(key) is not { } list)
            return [];
        foreach (var item in list.Items.Where(item => item is not MappingNode))
        {
            diagnostics.Error(
                DiagnosticCodes.WrongType,
                item.Location,
                $"each item of '{key}' of {subject} must be an object, but this is {NodeWords.Describe(item)}");
        }

        return [.. list.Items.OfType<MappingNode>()];
    }

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    public ImmutableArray<TemplateText> Texts(string key)
    {
        var value = Node(key);
        if (value is ScalarNode single && single.AsText() is { } only)
            return [only];
        if (value is null || List(key) is not { } list)
            return [];
        var texts = ImmutableArray.CreateBuilder<TemplateText>();
        foreach (var item in list.Items)
        {
            if ((item as ScalarNode)?.AsText() is { } text)
                texts.Add(text);
            else
            {
                diagnostics.Error(
                    DiagnosticCodes.WrongType,
                    item.Location,
                    $"each item of '{key}' of {subject} must be a text, but this is {NodeWords.Describe(item)}");
            }
        }

        return texts.ToImmutable();
    }

    public SequenceNode? List(string key)
    {
        var value = Node(key);
        if (value is null or SequenceNode)
            return (SequenceNode?)value;
        WrongType(key, value, "a list");
        return null;
    }

    public void Report(string code, SourceLocation place, string message, string? advice) => diagnostics.Error(code, place, message, advice);

    public void WrongType(string key, TemplateNode value, string wanted) =>
        diagnostics.Error(
            DiagnosticCodes.WrongType,
            value.Location,
            $"'{key}' of {subject} must be {wanted}, but is {NodeWords.Describe(value)}",
            AdviceFor(value, wanted));

    private static string? AdviceFor(TemplateNode value, string wanted) => value switch
    {
        ScalarNode { Kind: ScalarKind.Text } text when wanted == "true or false" && JinjaMarks.In(text.Value) => "Use 'condition' for an expression.",
        ScalarNode { Kind: ScalarKind.Text, Value: "yes" or "no" or "on" or "off" or "Yes" or "No" } when wanted == "true or false" =>
            "Write true or false; yes, no, on and off are texts.",
        ScalarNode { Kind: ScalarKind.Text } text when wanted is not ("an object" or "a list") && YamlScalar.Resolve(text.Value).Kind != ScalarKind.Text =>
            "Write it without quotes.",
        ScalarNode { Kind: ScalarKind.Number or ScalarKind.Boolean } when wanted == "a text" => "Put it into quotes.",
        _ => null,
    };

    private static string KnownKeys(KeySet keys) => keys.Keys.IsEmpty ? "It has no keys at all." : $"Its keys are {string.Join(", ", keys.Keys)}.";

    private TemplateText? TextOf(string key, TemplateNode value)
    {
        if ((value as ScalarNode)?.AsText() is { } text)
            return text;
        WrongType(key, value, "a text");
        return null;
    }

    private void OutOfRange(string key, ScalarNode number, string bounds) =>
        diagnostics.Error(DiagnosticCodes.OutOfRange, number.Location, $"'{key}' of {subject} is {number.Value}, but must be {bounds}");
}
