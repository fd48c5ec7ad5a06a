using System.Text;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja;

/// <summary>Makes text that a CommonMark or GitHub-flavoured Markdown reader shows as it is, in one line, wherever in a line it stands.</summary>
/// <remarks>
/// Characters that could begin anything anywhere are always escaped; those that mean something only at the start or end of a line are escaped at the
/// start or end of the text, since the template may continue it. What HTML would read is written as entities, which hold also where the
/// template puts the text into HTML of its own.
/// </remarks>
internal sealed class MarkdownEscaper : Escaper
{
    private const string AlwaysSpecial = "\\`*_{}[]()#|~^$@";

    public override void Write(OutputBuffer output, string text) => output.Write(Escape(text));

    public override string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var index = 0; index < text.Length; index++)
            Append(escaped, text, index);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, string text, int index)
    {
        var character = text[index];
        if (Entity(character) is { } entity)
        {
            escaped.Append(entity);
        }
        else if (IsSpace(character))
        {
            AppendSpace(escaped, text, index);
        }
        else
        {
            if (IsSpecial(text, index))
                escaped.Append('\\');
            escaped.Append(character);
        }
    }

    /// <summary>What ends a line or indents is a space; only one at each end, where more would indent code or break the line.</summary>
    private static void AppendSpace(StringBuilder escaped, string text, int index)
    {
        var isAtEdge = IsAllSpace(text.AsSpan(0, index)) || IsAllSpace(text.AsSpan(index));
        var isRepeated = index > 0 && IsSpace(text[index - 1]);
        var isSecondOfLineEnd = text[index] == '\n' && index > 0 && text[index - 1] == '\r';
        if (!(isAtEdge && isRepeated) && !isSecondOfLineEnd)
            escaped.Append(' ');
    }

    private static bool IsSpace(char character) => character is ' ' or (>= '\t' and <= '\r') or (>= '\x1c' and <= '\x1f') or '\u0085' or '\u2028' or '\u2029';

    private static bool IsAllSpace(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!IsSpace(character))
                return false;
        }

        return true;
    }

    private static string? Entity(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\u00a0' => "&nbsp;",
        _ => null,
    };

    private static bool IsSpecial(string text, int index) => text[index] switch
    {
        '-' or '+' or '=' => IsFirst(text, index) || IsLast(text, index) || text[index + 1] == text[index] || text[index - 1] == text[index],
        '!' => IsLast(text, index),
        ':' => !IsLast(text, index) && (text[index + 1] == '/' || char.IsLetter(text[index + 1]) || text[index + 1] == '-'),
        '.' => EndsListNumber(text, index) || EndsWww(text, index),
        var other => AlwaysSpecial.Contains(other),
    };

    private static bool IsFirst(string text, int index) => IsAllSpace(text.AsSpan(0, index));

    private static bool IsLast(string text, int index) => index == text.Length - 1;

    /// <summary>The dot of <c>1. item</c> at the start of the text.</summary>
    private static bool EndsListNumber(string text, int index)
    {
        var before = text.AsSpan(0, index).TrimStart();
        return before.Length is > 0 and <= 9 && !before.ContainsAnyExceptInRange('0', '9') && (IsLast(text, index) || IsSpace(text[index + 1]));
    }

    private static bool EndsWww(string text, int index) => index >= 3 && text.AsSpan(index - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase);
}
