using System.Collections.Frozen;
using System.Text;

namespace Daybook.Pdf.Reading.Files;

/// <summary>The character classes of ISO 32000-1, 7.2.2.</summary>
internal static class PdfCharacters
{
    private static readonly FrozenSet<string> KnownWords = new[]
    {
        "obj", "endobj", "stream", "endstream", "R", "true", "false", "null", "]", "q", "Q", "cm", "BT", "ET", "Tf", "Td", "Tm", "Tj", "TJ", "Tc",
        "Tw", "Tz", "TL", "Tr", "Ts", "m", "l", "c", "h", "re", "f", "f*", "S", "n", "W", "BDC", "BMC", "EMC", "Do", "gs", "rg", "RG", "g", "G", "w",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = KnownWords.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte value) =>
        value is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public static bool IsRegular(byte value) => !IsSpace(value) && !IsDelimiter(value);

    /// <summary>-1 where it is none.</summary>
    public static int HexDigit(int value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'a' and <= 'f' => value - 'a' + 10,
        >= 'A' and <= 'F' => value - 'A' + 10,
        _ => -1,
    };

    /// <summary>The word, shared where it is a frequent one.</summary>
    public static string Word(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 16)
            return Encoding.Latin1.GetString(bytes);
        Span<char> characters = stackalloc char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
            characters[i] = (char)bytes[i];
        return Lookup.TryGetValue(characters, out var known) ? known : new string(characters);
    }

    public static string ExpandNumberSigns(string name)
    {
        var expanded = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && HexDigit(name[i + 1]) >= 0 && HexDigit(name[i + 2]) >= 0)
            {
                expanded.Append((char)((HexDigit(name[i + 1]) << 4) | HexDigit(name[i + 2])));
                i += 2;
            }
            else
            {
                expanded.Append(name[i]);
            }
        }

        return expanded.ToString();
    }
}
