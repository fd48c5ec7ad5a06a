using Daybook.Documents;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Daybook.Composition;

/// <summary>Reads <c>[!critical]</c>, the one way to write a severity badge. Text from data cannot: its brackets are escaped.</summary>
internal sealed class SeverityBadgeParser : InlineParser
{
    private const int LongestWord = 8;

    public SeverityBadgeParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (slice.PeekChar() != '!')
            return false;
        var rest = slice.AsSpan()[2..];
        var end = rest[..Math.Min(rest.Length, LongestWord + 1)].IndexOf(']');
        if (end < 0 || !SeverityWords.TryParse(rest[..end].ToString(), out var severity))
            return false;
        processor.Inline = new SeverityInline(severity);
        slice.Start += end + 3;
        return true;
    }
}
