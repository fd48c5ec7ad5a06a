namespace Daybook.RedTeam;

/// <summary>
/// Python writes numbers that are not finite as the bare words <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which JSON does not have.
/// They are replaced by strings of the same length, so that columns in messages stay right.
/// </summary>
internal static class NonFiniteTokens
{
    private static readonly (byte[] Word, byte[] Text)[] Words =
    [
        ("NaN"u8.ToArray(), "\"\" "u8.ToArray()),
        ("Infinity"u8.ToArray(), "\"+inf\"  "u8.ToArray()),
        ("-Infinity"u8.ToArray(), "\"-inf\"   "u8.ToArray()),
    ];

    /// <summary>What a replaced word meant; null for a string that is none of them.</summary>
    public static double? Value(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? double.NaN
        : text.SequenceEqual("+inf"u8) ? double.PositiveInfinity
        : text.SequenceEqual("-inf"u8) ? double.NegativeInfinity
        : null;

    /// <returns>How many words were replaced.</returns>
    public static int Replace(Span<byte> line)
    {
        var replaced = 0;
        var inString = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (inString && line[i] == '\\')
            {
                i++;
            }
            else if (line[i] == '"')
            {
                inString = !inString;
            }
            else if (!inString && line[i] is (byte)'N' or (byte)'I' or (byte)'-' && ReplaceAt(line[i..]) is var length and > 0)
            {
                replaced++;
                i += length - 1;
            }
        }

        return replaced;
    }

    /// <returns>The length of the word; 0 where none stands.</returns>
    private static int ReplaceAt(Span<byte> rest)
    {
        foreach (var (word, text) in Words)
        {
            if (!rest.StartsWith(word))
                continue;
            text.CopyTo(rest);
            return text.Length;
        }

        return 0;
    }
}
