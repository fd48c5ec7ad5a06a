using System.Text;

namespace Daybook.Calendars.Ics;

/// <summary>Joins folded lines; takes a byte order mark, CRLF, LF and CR.</summary>
internal static class IcsLines
{
    public static IEnumerable<(string Text, int Number)> Unfold(string text)
    {
        var line = new StringBuilder();
        var (start, number) = (1, 0);
        using var reader = new StringReader(text.TrimStart('\uFEFF'));
        while (reader.ReadLine() is { } piece)
        {
            number++;
            if (piece.Length > 0 && piece[0] is (' ' or '\t'))
            {
                line.Append(piece, 1, piece.Length - 1);
                continue;
            }

            if (line.Length > 0)
                yield return (line.ToString(), start);
            line.Clear().Append(piece);
            start = number;
        }

        if (line.Length > 0)
            yield return (line.ToString(), start);
    }

    /// <summary>A text value with its escapes undone, on one line, without control characters, at most 200 characters long.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length && text.Length < 200; i++)
        {
            var letter = value[i] == '\\' && i + 1 < value.Length ? value[++i] switch { 'n' or 'N' => ' ', var escaped => escaped } : value[i];
            text.Append(char.IsControl(letter) ? ' ' : letter);
        }

        return text.ToString().Trim();
    }
}
