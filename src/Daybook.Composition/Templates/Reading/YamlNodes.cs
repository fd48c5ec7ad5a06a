using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daybook.Composition;

/// <summary>Reads one YAML document into located nodes.</summary>
internal sealed class YamlNodes
{
    private readonly string text;
    private readonly LineMap lines;
    private readonly DiagnosticBag diagnostics;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Dictionary<string, (TemplateNode Node, int Count)> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int count;

    private YamlNodes(string text, LineMap lines, DiagnosticBag diagnostics)
    {
        (this.text, this.lines, this.diagnostics) = (text, lines, diagnostics);
        scanner = new Scanner(new StringReader(text), skipComments: true);
        parser = new Parser(scanner);
    }

    /// <summary>Null when the file holds no value.</summary>
    /// <exception cref="NodeRefusedException">The text is not one YAML document.</exception>
    public static TemplateNode? Read(string text, LineMap lines, DiagnosticBag diagnostics) => new YamlNodes(text, lines, diagnostics).ReadDocument();

    private TemplateNode? ReadDocument()
    {
        Advance();
        if (Advance() is not DocumentStart)
            return null;
        var root = ReadNode(Advance(), 1);
        Advance();
        if (Advance() is DocumentStart second)
        {
            throw new NodeRefusedException(
                DiagnosticCodes.SeveralDocuments, PlaceOf(second), "a second document starts here", "A file holds one template: remove the line '---' or split the file.");
        }

        return root;
    }

    private ParsingEvent Advance()
    {
        try
        {
            parser.MoveNext();
            return parser.Current!;
        }
        catch (YamlException problem)
        {
            throw YamlAdvice.Explain(problem, text, lines);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet stumbles over brackets that are not closed before a ':' on a later line, and over malformed tags.
            throw YamlAdvice.Unclosed(lines.PlaceOf((int)scanner.CurrentPosition.Index));
        }
    }

    private TemplateNode ReadNode(ParsingEvent current, int depth)
    {
        if (depth > NodeLimits.Depth)
        {
            throw new NodeRefusedException(
                DiagnosticCodes.TooDeep,
                PlaceOf(current),
                $"more than {NodeLimits.Depth} lists and objects inside each other");
        }

        if (current is AnchorAlias alias)
            return Repeat(alias);
        var before = count;
        Count(current, 1);
        var anchor = current is NodeEvent { Anchor.IsEmpty: false } named ? named.Anchor.Value : null;
        if (anchor is not null)
            open.Add(anchor);
        TemplateNode node = current switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart start => ReadSequence(start, depth),
            MappingStart start => ReadMapping(start, depth),
            _ => throw new NodeRefusedException(
                DiagnosticCodes.InvalidYaml,
                PlaceOf(current),
                "a key without a value ends here",
                "Write a value after ':', or null for none."),
        };
        if (anchor is not null)
        {
            open.Remove(anchor);
            anchors[anchor] = (node, count - before);
        }

        return node;
    }

    private TemplateNode Repeat(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        if (open.Contains(name))
            throw new NodeRefusedException(DiagnosticCodes.UnknownAlias, PlaceOf(alias), $"'*{name}' stands inside the value it repeats");
        if (!anchors.TryGetValue(name, out var known))
        {
            throw new NodeRefusedException(
                DiagnosticCodes.UnknownAlias, PlaceOf(alias), $"no value is named '&{name}' before this '*{name}'{NearMatch.Question(name, anchors.Keys)}", "Put a text that starts with '*' into quotes.");
        }

        Count(alias, known.Count);
        return known.Node;
    }

    private void Count(ParsingEvent current, int values)
    {
        count += values;
        if (count > NodeLimits.Values)
        {
            throw new NodeRefusedException(
                DiagnosticCodes.TooManyValues,
                PlaceOf(current),
                string.Create(CultureInfo.InvariantCulture, $"the template holds more than {NodeLimits.Values:N0} values"));
        }
    }

    private SequenceNode ReadSequence(SequenceStart start, int depth)
    {
        CheckTag(start, start.Tag, "tag:yaml.org,2002:seq");
        var items = ImmutableArray.CreateBuilder<TemplateNode>();
        for (var next = Advance(); next is not SequenceEnd; next = Advance())
            items.Add(ReadNode(next, depth + 1));
        return new SequenceNode(items.ToImmutable(), PlaceOf(start));
    }

    private MappingNode ReadMapping(MappingStart start, int depth)
    {
        CheckTag(start, start.Tag, "tag:yaml.org,2002:map");
        var entries = new MappingEntries(diagnostics);
        for (var next = Advance(); next is not MappingEnd; next = Advance())
        {
            if (next is not Scalar { Value: var key })
                throw YamlAdvice.KeyNotText(PlaceOf(next), text, (int)start.Start.Index);
            var place = PlaceOf(next);
            if (key == "<<")
            {
                throw new NodeRefusedException(
                    DiagnosticCodes.InvalidYaml,
                    place,
                    "merge keys ('<<') are not part of YAML 1.2",
                    "Write the keys out.");
            }

            entries.Add(key, place, ReadNode(Advance(), depth + 1));
        }

        return new MappingNode(entries.ToImmutable(), PlaceOf(start));
    }

    private ScalarNode ReadScalar(Scalar scalar)
    {
        CheckTag(scalar, scalar.Tag, "tag:yaml.org,2002:str");
        var value = ScalarOf(scalar);
        if (scalar.Style != ScalarStyle.Plain || !scalar.Tag.IsEmpty)
            return new ScalarNode(ScalarKind.Text, value);
        if (YamlScalar.IsAmbiguous(scalar.Value))
        {
            diagnostics.Error(
                DiagnosticCodes.AmbiguousNumber,
                value.Location,
                $"'{scalar.Value}' is one number to some readers of YAML and another, or a text, to others",
                $"Write \"{scalar.Value}\" in quotes for a text, or the number without leading zeros and underscores.");
        }

        var (kind, json) = YamlScalar.Resolve(scalar.Value);
        return kind == ScalarKind.Text
            ? new ScalarNode(kind, value, scalar.Value)
            : new ScalarNode(kind, TemplateText.At(value.Location, json), scalar.Value);
    }

    private TemplateText ScalarOf(Scalar scalar)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        while (start < end && (text[start] == '&' || (text[start] == '!' && !scalar.Tag.IsEmpty)))
        {
            while (start < end && !char.IsWhiteSpace(text[start]))
                start++;
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
        }

        switch (scalar.Style)
        {
            case ScalarStyle.SingleQuoted:
                return ScalarText.Locate(text, start + 1, end - 1, scalar.Value, ScalarQuoting.Single, lines);
            case ScalarStyle.DoubleQuoted:
                return ScalarText.Locate(text, start + 1, end - 1, scalar.Value, ScalarQuoting.Double, lines);
            case ScalarStyle.Literal or ScalarStyle.Folded:
                var body = text.IndexOf('\n', start) + 1;
                return ScalarText.Locate(text, body == 0 ? end : body, end, scalar.Value, ScalarQuoting.None, lines);
            default:
                return ScalarText.Locate(text, start, end, scalar.Value, ScalarQuoting.None, lines);
        }
    }

    private void CheckTag(ParsingEvent place, TagName tag, string allowed)
    {
        if (!tag.IsEmpty && !tag.IsNonSpecific && tag.Value != allowed)
        {
            diagnostics.Error(
                DiagnosticCodes.UnsupportedTag,
                PlaceOf(place),
                $"the tag '{tag}' is not supported",
                "Remove the tag; put a text that starts with '!' into quotes.");
        }
    }

    private SourceLocation PlaceOf(ParsingEvent current) => lines.PlaceOf((int)current.Start.Index);
}
