using System.Text;

namespace Daybook.Outgoing;

/// <summary>What others answered, fit for a sentence of ours.</summary>
internal static class ForeignText
{
    private const int Longest = 200;

    /// <returns>One line without control characters, in quotes; the word "nothing" for nothing.</returns>
    public static string Quote(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var clean = new string([.. line.Where(c => !char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]);
        return clean.Length switch
        {
            0 => "nothing",
            > Longest => $"“{clean[..Longest]}…”",
            _ => $"“{clean}”",
        };
    }

    /// <summary>Cuts a text to so many UTF-16 units, without cutting a character in two.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = longest - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return new StringBuilder(text, 0, end, longest).Append('…').ToString();
    }
}
