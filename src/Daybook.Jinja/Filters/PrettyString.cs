using System.Text;
using Daybook.Jinja.Python;

namespace Daybook.Jinja.Filters;

/// <summary>How <c>pprint</c> sets out a long text: as adjacent literals, cut after lines and between words.</summary>
internal static class PrettyString
{
    public static void Write(StringBuilder output, string text, int indent, int allowance, int level, int width)
    {
        if (level == 1)
        {
            indent++;
            allowance++;
        }

        var chunks = Chunks(text, width - indent, allowance);
        if (chunks.Count > 1 && level == 1)
            output.Append('(');
        for (var i = 0; i < chunks.Count; i++)
        {
            if (i > 0)
                output.Append('\n').Append(' ', indent);
            output.Append(chunks[i]);
        }

        if (chunks.Count > 1 && level == 1)
            output.Append(')');
    }

    private static List<string> Chunks(string text, int room, int allowance)
    {
        var chunks = new List<string>();
        var lines = TextSplitting.Lines(text, keepEnds: true);
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            if (LengthOf(lines[i]) <= room - (isLast ? allowance : 0))
                chunks.Add(PyText.Repr(lines[i]));
            else
                AddWords(chunks, Words(lines[i]), room, isLast ? allowance : 0);
        }

        return chunks;
    }

    private static void AddWords(List<string> chunks, List<string> words, int room, int lastAllowance)
    {
        var current = "";
        for (var j = 0; j < words.Count; j++)
        {
            if (j == words.Count - 1)
                room -= lastAllowance;
            if (LengthOf(current + words[j]) <= room)
            {
                current += words[j];
                continue;
            }

            if (current.Length > 0)
                chunks.Add(PyText.Repr(current));
            current = words[j];
        }

        if (current.Length > 0)
            chunks.Add(PyText.Repr(current));
    }

    /// <summary>Words, each with the white space after it.</summary>
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            while (i < line.Length && !CharacterClasses.IsSpace(line[i]))
                i++;
            while (i < line.Length && CharacterClasses.IsSpace(line[i]))
                i++;
            words.Add(line[start..i]);
        }

        return words;
    }

    private static int LengthOf(string text) => CodePoints.Count(PyText.Repr(text));
}
