using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Reads a GitHub alert as a callout. A first paragraph that is bold as a whole is its title; it may begin with a severity: <c>**High: title**</c>.</summary>
internal static class MarkdownAlert
{
    public static Callout Read(string kind, ImmutableArray<DocumentBlock> blocks)
    {
        if (blocks is not [Paragraph { Inlines: [Strong strong] }, ..])
            return new Callout(SeverityOf(kind), null, blocks);
        var title = PlainText.Of(strong.Inlines);
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        var rest = blocks.RemoveAt(0);
        if (SeverityWords.TryParse(title, out var severity))
            return new Callout(severity, null, rest);
        if (colon > 0 && SeverityWords.TryParse(title[..colon], out severity))
            return new Callout(severity, title[(colon + 2)..], rest);
        return new Callout(SeverityOf(kind), title, rest);
    }

    private static Severity SeverityOf(string kind) => kind.ToUpperInvariant() switch
    {
        "CAUTION" => Severity.Critical,
        "WARNING" => Severity.High,
        "IMPORTANT" => Severity.Medium,
        _ => Severity.Info,
    };
}
