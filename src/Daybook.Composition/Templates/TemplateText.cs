using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>A text of a template (Jinja, an expression or a script) that knows where each of its characters stands in the template's file.</summary>
/// <param name="Text">The text itself, with YAML's folding and every escape already resolved.</param>
/// <param name="File">Name of the template's file.</param>
/// <param name="Segments">In order of their offset; the first has offset 0.</param>
public sealed record TemplateText(string Text, string File, ImmutableArray<TextSegment> Segments)
{
    /// <summary>A text that stands in the file character for character from <paramref name="location"/> on.</summary>
    public static TemplateText At(SourceLocation location, string text) => new(text, location.File, [new TextSegment(0, location.Line, location.Column)]);

    /// <summary>Where the text starts in the file.</summary>
    public SourceLocation Location => new(File, Segments[0].Line, Segments[0].Column);

    /// <summary>The place in the file of a place in the text.</summary>
    /// <param name="line">Line of the text, from 1.</param>
    /// <param name="column">Column of the text, from 1.</param>
    public SourceLocation PlaceOf(int line, int column)
    {
        var offset = 0;
        for (var current = 1; current < line; current++)
        {
            var end = Text.IndexOf('\n', offset);
            if (end < 0)
                break;
            offset = end + 1;
        }

        return PlaceOf(Math.Min(offset + Math.Max(column, 1) - 1, Text.Length));
    }

    /// <param name="offset">In UTF-16 units from the start of the text.</param>
    public SourceLocation PlaceOf(int offset)
    {
        var segment = Segments[0];
        foreach (var candidate in Segments)
        {
            if (candidate.Offset > offset)
                break;
            segment = candidate;
        }

        return new SourceLocation(File, segment.Line, segment.Column + offset - segment.Offset);
    }

    public override string ToString() => Text;
}
