using System.Globalization;
using System.Text;
using Daybook.Export;

namespace Daybook.Delivery.Messages;

/// <summary>Subjects as they may stand in a header: one line, nothing in it that no eye can see, not too long.</summary>
internal static class MessageSubject
{
    public const int Longest = 200;

    public static string Line(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, Longest));
        var owesSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                owesSpace = line.Length > 0;
                continue;
            }

            if (HiddenCharacters.At(rune.ToString(), out _) is not null)
                continue;
            if (owesSpace)
                line.Append(' ');
            owesSpace = false;
            if (line.Length + rune.Utf16SequenceLength > Longest - 1)
                return line.ToString().TrimEnd() + "…";
            line.Append(rune.ToString());
        }

        return line.ToString();
    }
}
