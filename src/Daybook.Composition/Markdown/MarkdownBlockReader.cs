using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using CodeBlock = Daybook.Documents.CodeBlock;
using ListBlock = Daybook.Documents.ListBlock;
using MarkdownInline = Markdig.Syntax.Inlines.Inline;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Daybook.Composition;

/// <summary>Turns Markdig's blocks into ours.</summary>
internal sealed class MarkdownBlockReader
{
    private readonly ImmutableArray<DocumentBlock>.Builder _blocks = ImmutableArray.CreateBuilder<DocumentBlock>();
    private readonly int _depth;
    private readonly DocumentLocale? _locale;

    public MarkdownBlockReader(int depth, DocumentLocale? locale)
    {
        if (depth > MarkdownReader.MaximumDepth)
            throw MarkdownReader.TooDeep();
        (_depth, _locale) = (depth, locale);
    }

    public ImmutableArray<DocumentBlock> ReadAll(ContainerBlock container)
    {
        foreach (var block in container)
            Add(block);
        return _blocks.DrainToImmutable();
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                _blocks.Add(new Heading(heading.Level, Inlines(heading.Inline)));
                break;
            case ParagraphBlock paragraph:
                AddParagraph(paragraph.Inline);
                break;
            case AlertBlock alert:
                _blocks.Add(MarkdownAlert.Read(alert.Kind.ToString(), Inner(alert)));
                break;
            case QuoteBlock quote:
                _blocks.Add(new Quote(Inner(quote)));
                break;
            case Markdig.Syntax.ListBlock list:
                _blocks.Add(List(list));
                break;
            case MarkdownTable table:
                _blocks.Add(MarkdownTableReader.Read(table, _depth, _locale));
                break;
            case FencedCodeBlock { Info: "cards" } cards:
                _blocks.Add(CardsFence.Read(cards.Lines.ToString(), _locale));
                break;
            case FencedCodeBlock { Info: "page-break" }:
                _blocks.Add(new PageBreak());
                break;
            case FencedCodeBlock fence:
                _blocks.Add(new CodeBlock(string.IsNullOrEmpty(fence.Info) ? null : fence.Info, fence.Lines.ToString()));
                break;
            case Markdig.Syntax.CodeBlock code:
                _blocks.Add(new CodeBlock(null, code.Lines.ToString()));
                break;
            case ThematicBreakBlock:
                _blocks.Add(new Divider());
                break;
            case LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            case ContainerBlock container:
                _blocks.AddRange(Inner(container));
                break;
            case LeafBlock leaf:
                AddParagraph(leaf.Inline);
                break;
        }
    }

    private ImmutableArray<DocumentBlock> Inner(ContainerBlock container) => new MarkdownBlockReader(_depth + 1, _locale).ReadAll(container);

    private ImmutableArray<Documents.Inline> Inlines(IEnumerable<MarkdownInline>? inlines) =>
        inlines is null ? [] : MarkdownInlineReader.Read(inlines, _depth + 1);

    private ListBlock List(Markdig.Syntax.ListBlock list)
    {
        var start = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var items = list.OfType<ListItemBlock>().Select(item => new ListItem(Checked(item), Inner(item)));
        return new ListBlock(list.IsOrdered, start, [.. items]);
    }

    private static bool? Checked(ListItemBlock item)
    {
        if (item.FirstOrDefault() is not ParagraphBlock { Inline.FirstChild: TaskList box })
            return null;
        if (box.NextSibling is LiteralInline text)
            text.Content.TrimStart();
        return box.Checked;
    }

    /// <summary>Pictures kept in the text are blocks, so they divide the paragraph they stand in.</summary>
    private void AddParagraph(ContainerInline? content)
    {
        var run = new List<MarkdownInline>();
        foreach (var inline in content ?? Enumerable.Empty<MarkdownInline>())
        {
            if (inline is LinkInline { IsImage: true } image && Picture(image) is { } picture)
            {
                AddRun(run);
                _blocks.Add(picture);
            }
            else
            {
                run.Add(inline);
            }
        }

        AddRun(run);
    }

    private void AddRun(List<MarkdownInline> run)
    {
        var inlines = Inlines(run);
        if (inlines.Any(inline => inline is not TextInline text || !string.IsNullOrWhiteSpace(text.Text)))
            _blocks.Add(new Paragraph(inlines));
        run.Clear();
    }

    private Image? Picture(LinkInline image) =>
        DataImage.IsDataAddress(image.Url) ? DataImage.Read(image.Url!, PlainText.Of(Inlines(image)), image.Title) : null;
}
