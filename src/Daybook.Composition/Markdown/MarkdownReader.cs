using System.Collections.Immutable;
using Daybook.Documents;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace Daybook.Composition;

/// <summary>Reads GitHub Flavored Markdown into document nodes.</summary>
/// <remarks>
/// Beside GFM: alerts (<c>&gt; [!WARNING]</c>) become callouts, <c>[!critical]</c> a severity badge, a <c>cards</c> fence metric cards, a
/// <c>page-break</c> fence a page break. HTML is shown as the text it is, except <c>&lt;br&gt;</c>. Links lead to http, https, mailto and
/// <c>#section</c> only; pictures are kept only when they are inside the text, nothing is ever fetched.
/// </remarks>
public static class MarkdownReader
{
    /// <summary>Blocks and inlines nested deeper than this are refused.</summary>
    public const int MaximumDepth = 24;

    private static readonly MarkdownPipeline Pipeline = Build();
    private static readonly MarkdownPipeline ForeignPipeline = BuildForeign();

    /// <exception cref="CompositionException"><c>markdown_too_deep</c>, or <c>bad_cards</c> for a cards fence that is not a table of cards.</exception>
    /// <param name="locale">In which figures of the text are written; null for <c>1,234.50</c>.</param>
    public static ImmutableArray<DocumentBlock> Read(string markdown, DocumentLocale? locale = null) => new MarkdownBlockReader(0, locale).ReadAll(Parse(markdown, Pipeline));

    /// <summary>
    /// Reads Markdown that nobody vouches for: no pictures, no cards, page breaks, callouts or severity badges, and the address of a link is text.
    /// </summary>
    /// <exception cref="CompositionException"><c>markdown_too_deep</c>.</exception>
    public static ImmutableArray<DocumentBlock> ReadForeign(string markdown)
    {
        var document = Parse(markdown, ForeignPipeline);
        ForeignMarkdown.Disarm(document);
        return new MarkdownBlockReader(0, null).ReadAll(document);
    }

    /// <summary>The header and rows of a text that is one table; null when it is anything else.</summary>
    internal static List<List<ImmutableArray<Inline>>>? ReadTable(string markdown) =>
        Parse(markdown, Pipeline).ToList() is [Markdig.Extensions.Tables.Table table] ? MarkdownTableReader.Rows(table, 0) : null;

    private static MarkdownDocument Parse(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdig.Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            throw TooDeep();
        }
    }

    internal static CompositionException TooDeep() =>
        new(SectionCodes.MarkdownTooDeep, $"The text nests lists, quotes or emphasis deeper than {MaximumDepth} levels.");

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseTaskLists()
            .UseAlertBlocks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~(" })
            .DisableHtml();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new SeverityBadgeParser());
        builder.InlineParsers.InsertBefore<AutolinkInlineParser>(new LineBreakTagParser());
        return builder.Build();
    }

    private static MarkdownPipeline BuildForeign()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).DisableHtml();
        builder.InlineParsers.InsertBefore<AutolinkInlineParser>(new LineBreakTagParser());
        return builder.Build();
    }
}
