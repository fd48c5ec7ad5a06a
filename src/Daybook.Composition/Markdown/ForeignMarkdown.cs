using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Daybook.Composition;

/// <summary>Takes from Markdown of others whatever shows, loads or leads to something else than its own text.</summary>
internal static class ForeignMarkdown
{
    public static void Disarm(MarkdownDocument document)
    {
        foreach (var fence in document.Descendants<FencedCodeBlock>())
        {
            if (fence.Info is "cards" or "page-break")
                fence.Info = null;
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
            Flatten(link);
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
            link.ReplaceBy(new LiteralInline(link.Url));
    }

    /// <summary>A picture leaves its description; a link leaves its text with the address behind it.</summary>
    private static void Flatten(LinkInline link)
    {
        var address = link.Url ?? "";
        var text = string.Concat(link.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
        if (!link.IsImage && address.Length > 0 && text != address)
            link.InsertAfter(new LiteralInline($" ({address})"));
        link.ReplaceBy(new ContainerInline());
    }
}
