using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Makes parts of a document from what a model wrote. Whatever it wrote, it shows and does nothing else.</summary>
internal static class AnswerBlocks
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="problem">A sentence when the answer is not of the form that was asked for; then it is shown as it is.</param>
    public static ImmutableArray<DocumentBlock> Of(OutputProcessor processor, string answer, out string? problem)
    {
        problem = null;
        if (string.IsNullOrWhiteSpace(answer))
            return [];
        switch (processor)
        {
            case OutputProcessor.Raw:
                return Plain(answer);
            case OutputProcessor.StructuredMarkdown:
                return Markdown(answer);
            case OutputProcessor.BulletPoints:
                return Bullets(answer);
            case OutputProcessor.Json:
                if (Json(answer) is { } code)
                    return [code];
                problem = "The answer is not JSON; it is shown as it is.";
                return Plain(answer);
            default:
                throw new ArgumentOutOfRangeException(nameof(processor), processor, null);
        }
    }

    /// <summary>Paragraphs and lines as the model set them.</summary>
    private static ImmutableArray<DocumentBlock> Plain(string answer) =>
    [
        .. answer.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => new Paragraph([.. paragraph.Split('\n').SelectMany((line, i) => i == 0 ? [new TextInline(line)] : new Inline[] { new LineBreak(), new TextInline(line) })])),
    ];

    /// <summary>Text that nests too deep to be a document is shown as it is.</summary>
    private static ImmutableArray<DocumentBlock> Markdown(string answer)
    {
        try
        {
            return Raised(MarkdownReader.ReadForeign(answer));
        }
        catch (CompositionException)
        {
            return Plain(answer);
        }
    }

    /// <summary>Headings begin right below the title of the section, however deep the model began, so that no level is left out there.</summary>
    private static ImmutableArray<DocumentBlock> Raised(ImmutableArray<DocumentBlock> blocks)
    {
        var above = blocks.OfType<Heading>().Select(heading => heading.Level).DefaultIfEmpty(1).Min() - 1;
        return above == 0 ? blocks : [.. blocks.Select(block => block is Heading heading ? heading with { Level = heading.Level - above } : block)];
    }

    /// <summary>Every item of every list, also of nested ones, as one list; without any list, each paragraph is an item.</summary>
    private static ImmutableArray<DocumentBlock> Bullets(string answer)
    {
        var blocks = Markdown(answer);
        var items = Items(blocks).ToList();
        if (items.Count == 0)
            items = [.. blocks.OfType<Paragraph>().Select(paragraph => new ListItem(null, [paragraph]))];
        return items.Count == 0 ? blocks : [new ListBlock(false, 1, [.. items])];
    }

    private static IEnumerable<ListItem> Items(ImmutableArray<DocumentBlock> blocks)
    {
        foreach (var item in blocks.OfType<ListBlock>().SelectMany(list => list.Items))
        {
            ImmutableArray<DocumentBlock> own = [.. item.Blocks.Where(block => block is not ListBlock)];
            if (!own.IsEmpty)
                yield return item with { Blocks = own };
            foreach (var inner in Items(item.Blocks))
                yield return inner;
        }
    }

    private static CodeBlock? Json(string answer)
    {
        var text = answer.Trim();
        if (text.StartsWith("```", StringComparison.Ordinal) && text.EndsWith("```", StringComparison.Ordinal) && text.IndexOf('\n', StringComparison.Ordinal) is var line and > 0)
            text = text[(line + 1)..^3];
        try
        {
            return new CodeBlock("json", JsonSerializer.Serialize(JsonElement.Parse(text), Indented));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
