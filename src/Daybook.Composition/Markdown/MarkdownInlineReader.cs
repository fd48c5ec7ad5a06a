using System.Collections.Immutable;
using System.Text;
using Daybook.Documents;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Inline = Daybook.Documents.Inline;
using MarkdownInline = Markdig.Syntax.Inlines.Inline;

namespace Daybook.Composition;

/// <summary>Turns Markdig's inlines into ours; neighbouring pieces of text become one.</summary>
internal sealed class MarkdownInlineReader
{
    private readonly ImmutableArray<Inline>.Builder _inlines = ImmutableArray.CreateBuilder<Inline>();
    private readonly StringBuilder _text = new();
    private readonly int _depth;
    private readonly bool _inTable;

    private MarkdownInlineReader(int depth, bool inTable)
    {
        if (depth > MarkdownReader.MaximumDepth)
            throw MarkdownReader.TooDeep();
        _depth = depth;
        _inTable = inTable;
    }

    /// <param name="inTable">True in a table cell, where pipes are escaped even in code.</param>
    public static ImmutableArray<Inline> Read(IEnumerable<MarkdownInline> inlines, int depth, bool inTable = false)
    {
        var reader = new MarkdownInlineReader(depth, inTable);
        foreach (var inline in inlines)
            reader.Add(inline);
        return reader.Finish();
    }

    private void Add(MarkdownInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                _text.Append(literal.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakTag or LineBreakInline { IsHard: true }:
                AddNode(new LineBreak());
                break;
            case LineBreakInline:
                _text.Append(' ');
                break;
            case CodeInline code:
                AddNode(new CodeSpan(_inTable ? code.Content.Replace("\\|", "|", StringComparison.Ordinal) : code.Content));
                break;
            case SeverityInline severity:
                AddNode(new SeverityBadge(severity.Severity));
                break;
            case EmphasisInline emphasis:
                AddEmphasis(emphasis);
                break;
            case AutolinkInline auto:
                AddLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [new TextInline(auto.Url)]);
                break;
            case LinkInline link:
                AddLink(link.Url, Read(link, _depth + 1, _inTable));
                break;
            case TaskList:
                break;
            case ContainerInline container:
                foreach (var child in container)
                    Add(child);
                break;
            default:
                _text.Append(inline);
                break;
        }
    }

    private void AddEmphasis(EmphasisInline emphasis)
    {
        var inner = Read(emphasis, _depth + 1, _inTable);
        AddNode(emphasis.DelimiterChar == '~' ? new Strikethrough(inner) : emphasis.DelimiterCount == 2 ? new Strong(inner) : new Emphasis(inner));
    }

    /// <summary>An address that is not allowed leaves its text.</summary>
    private void AddLink(string? url, ImmutableArray<Inline> text)
    {
        if (LinkTarget.Allowed(url) is { } target && !text.IsEmpty)
        {
            AddNode(new Link(target, text));
            return;
        }

        foreach (var inline in text)
        {
            if (inline is TextInline plain)
                _text.Append(plain.Text);
            else
                AddNode(inline);
        }
    }

    private void AddNode(Inline node)
    {
        Flush();
        _inlines.Add(node);
    }

    private void Flush()
    {
        if (_text.Length > 0)
            _inlines.Add(new TextInline(_text.ToString()));
        _text.Clear();
    }

    private ImmutableArray<Inline> Finish()
    {
        Flush();
        return _inlines.DrainToImmutable();
    }
}
