using System.Text;
using Daybook.Jinja.Execution;

namespace Daybook.Jinja;

/// <summary>Sets text from data apart from the words of whoever wrote the prompt: nothing in it can close the brackets it stands in.</summary>
/// <remarks>What cannot instruct anybody stands bare: numbers, dates and times, and one short word of Latin letters.</remarks>
internal sealed class PromptEscaper : Escaper
{
    public const char Open = '⟦';
    public const char Close = '⟧';
    private const int LongestWord = 20;
    private const int LongestNumber = 40;

    public override void Write(OutputBuffer output, string text) => output.Write(Escape(text));

    public override string Escape(string text)
    {
        if (IsWord(text) || IsNumber(text))
            return text;
        var fenced = new StringBuilder(text.Length + 2).Append(Open);
        foreach (var character in text)
            fenced.Append(Plain(character));
        return fenced.Append(Close).ToString();
    }

    private static char Plain(char character) => character switch
    {
        Open => '[',
        Close => ']',
        '\n' or '\t' => character,
        _ => char.IsControl(character) ? ' ' : character,
    };

    private static bool IsWord(string text) => text.Length <= LongestWord && text.All(char.IsAsciiLetter);

    private static bool IsNumber(string text) =>
        text.Length <= LongestNumber && text.Any(char.IsAsciiDigit) && text.All(character => char.IsAsciiDigit(character) || " +-.,:%/TZ".Contains(character, StringComparison.Ordinal));
}
