using System.Collections.Immutable;
using System.Globalization;

namespace Daybook.Composition;

/// <summary>Finds where each character of a text value stands in the file, whatever quotes, escapes or folding lie between.</summary>
/// <remarks>
/// Characters that are not white space come in the same order in the value and in the file, so the two are walked side by side;
/// white space belongs to the character after it on the same line.
/// </remarks>
internal static class ScalarText
{
    /// <param name="start">Offset in the file of the first character of the content, after an opening quote or a block header.</param>
    /// <param name="end">Offset after the content.</param>
    public static TemplateText Locate(string source, int start, int end, string value, ScalarQuoting quoting, LineMap lines)
    {
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        Add(0, start);
        var position = start;
        var expected = start;
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsWhiteSpace(value[i]))
                continue;
            var (at, length, units) = NextInk(source, position, end, quoting);
            if (length == 0)
                break;
            if (i == 0 || at != expected + (i - segments[^1].Offset))
            {
                var (offset, from) = (i, at);
                while (offset > 0 && value[offset - 1] is ' ' or '\t' && from > start && source[from - 1] == value[offset - 1])
                    (offset, from) = (offset - 1, from - 1);
                Add(offset, from);
            }

            if (length != units)
                Add(i + units, at + length);
            i += units - 1;
            position = at + length;
        }

        return new TemplateText(value, lines.PlaceOf(start).File, segments.ToImmutable());

        void Add(int offset, int from)
        {
            while (segments.Count > 0 && segments[^1].Offset >= offset)
                segments.RemoveAt(segments.Count - 1);
            var place = lines.PlaceOf(from);
            segments.Add(new TextSegment(offset, place.Line, place.Column));
            expected = from;
        }
    }

    /// <summary>The next thing in the file that stands for a character other than white space: its place, its length there and in the value.</summary>
    private static (int At, int Length, int Units) NextInk(string source, int position, int end, ScalarQuoting quoting)
    {
        while (position < end)
        {
            if (char.IsWhiteSpace(source[position]))
            {
                position++;
                continue;
            }

            if (quoting == ScalarQuoting.Single && source[position] == '\'' && position + 1 < end)
                return (position, 2, 1);
            if (quoting != ScalarQuoting.Double || source[position] != '\\' || position + 1 >= end)
                return (position, 1, 1);
            var (length, units, isSpace) = Escape(source, position);
            if (!isSpace)
                return (position, length, units);
            position += length;
        }

        return (position, 0, 0);
    }

    private static (int Length, int Units, bool IsSpace) Escape(string source, int position)
    {
        var letter = source[position + 1];
        var digits = letter switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return (2, 1, letter is 'n' or 't' or 'r' or 'v' or 'f' or 'N' or '_' or 'L' or 'P' || char.IsWhiteSpace(letter));
        var hex = source.AsSpan(position + 2, Math.Min(digits, source.Length - position - 2));
        if (!int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return (2, 1, false);
        return (2 + digits, code > 0xFFFF ? 2 : 1, code <= 0xFFFF && char.IsWhiteSpace((char)code));
    }
}
