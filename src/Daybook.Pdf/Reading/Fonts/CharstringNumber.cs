namespace Daybook.Pdf.Reading.Fonts;

/// <summary>The numbers of one and two bytes, which Type 1 and Type 2 charstrings write alike.</summary>
internal static class CharstringNumber
{
    /// <param name="at">The byte to begin with; afterwards the one behind the number. Not moved where no such number begins.</param>
    public static bool TryRead(ReadOnlySpan<byte> code, ref int at, out int number)
    {
        (number, var length) = code[at] switch
        {
            >= 32 and <= 246 => (code[at] - 139, 1),
            >= 247 and <= 250 when at + 1 < code.Length => (((code[at] - 247) * 256) + code[at + 1] + 108, 2),
            >= 251 and <= 254 when at + 1 < code.Length => ((-(code[at] - 251) * 256) - code[at + 1] - 108, 2),
            _ => (0, 0),
        };
        at += length;
        return length > 0;
    }
}
