using System.Globalization;
using System.Text;
using Daybook.Export;

namespace Daybook.Commands;

/// <summary>
/// Text for a terminal: what would steer it or hide other text (escape sequences, direction overrides, invisible letters) is spelt out, as
/// <c>\u001b</c>. Names and messages hold text from logs, which may be hostile.
/// </summary>
internal static class SafeText
{
    private static readonly System.Buffers.SearchValues<char> Suspicious = System.Buffers.SearchValues.Create(HiddenCharacters.All + "\r");

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspicious))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\r')
            {
                safe.Append(text.AsSpan(i).StartsWith("\r\n") ? "\r" : "\\r");
                i++;
                continue;
            }

            var hidden = HiddenCharacters.At(text.AsSpan(i), out var length);
            if (hidden is { } code)
                safe.Append(CultureInfo.InvariantCulture, $"\\u{code:x4}");
            else
                safe.Append(text, i, length);
            i += length;
        }

        return safe.ToString();
    }
}
