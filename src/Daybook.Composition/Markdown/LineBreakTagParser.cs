using Markdig.Helpers;
using Markdig.Parsers;

namespace Daybook.Composition;

/// <summary>Reads <c>&lt;br&gt;</c>, the only way to break a line in a table cell and the only HTML that is understood.</summary>
internal sealed class LineBreakTagParser : InlineParser
{
    private static readonly string[] Tags = ["<br>", "<br/>", "<br />"];

    public LineBreakTagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        foreach (var tag in Tags)
        {
            if (!slice.AsSpan().StartsWith(tag, StringComparison.OrdinalIgnoreCase))
                continue;
            processor.Inline = new LineBreakTag();
            slice.Start += tag.Length;
            return true;
        }

        return false;
    }
}
