using System.Text;

namespace Daybook.Schedules.Feed;

/// <summary>Writes content lines of RFC 5545: CRLF, folded before the 76th byte, never inside a character.</summary>
internal sealed class IcsText
{
    private const int LongestLine = 75;

    private readonly StringBuilder _text = new();

    public IcsText Line(string name, string value)
    {
        var length = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > LongestLine)
            {
                _text.Append("\r\n ");
                length = 1;
            }

            _text.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A line whose value is text: backslashes, commas, semicolons and line ends are escaped, other control characters left out.</summary>
    public IcsText Text(string name, string value) => Line(name, string.Concat(value.ReplaceLineEndings("\n").Select(letter => letter switch
    {
        '\\' or ',' or ';' => $"\\{letter}",
        '\n' => "\\n",
        _ when char.IsControl(letter) => "",
        _ => letter.ToString(),
    })));

    public override string ToString() => _text.ToString();
}
