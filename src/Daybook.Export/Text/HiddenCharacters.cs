namespace Daybook.Export;

/// <summary>
/// Characters that change or hide text without being seen: controls, direction overrides, zero-width characters and the invisible tag
/// letters. Joiners and direction marks, which scripts and emoji need, are not among them.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>The high surrogate before the tag letters U+E0000 to U+E007F.</summary>
    private const char TagLead = '\uDB40';

    /// <summary>Every UTF-16 unit that may begin a hidden character.</summary>
    public static string All { get; } = new([.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => c == TagLead || IsHidden(c))]);

    /// <summary>The code point of the hidden character at the start of the text, or null when the text starts with none after all.</summary>
    /// <param name="length">UTF-16 units of the character, hidden or not.</param>
    public static int? At(ReadOnlySpan<char> text, out int length)
    {
        length = 1;
        if (text[0] != TagLead)
            return IsHidden(text[0]) ? text[0] : null;
        if (text.Length == 1 || !char.IsLowSurrogate(text[1]))
            return null;
        length = 2;
        var code = char.ConvertToUtf32(text[0], text[1]);
        return code <= 0xE007F ? code : null;
    }

    private static bool IsHidden(char c) => c
        is (< ' ' and not ('\t' or '\n' or '\r'))
        or (>= '\u007f' and <= '\u009f')
        or '\u200b'
        or (>= '\u202a' and <= '\u202e')
        or (>= '\u2060' and <= '\u2064')
        or (>= '\u2066' and <= '\u2069')
        or '\ufeff'
        or '\ufffe'
        or '\uffff';
}
