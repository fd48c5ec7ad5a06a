using System.Text;

namespace Daybook.Pdf.Reading.Objects;

/// <summary>Text strings (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding.</summary>
internal static class TextString
{
    /// <summary>PDFDocEncoding from 0x18 to 0x1F and from 0x80 to 0xA0; elsewhere it agrees with Latin-1.</summary>
    private const string Accents = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";

    private const string Punctuation =
        "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02" +
        "\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFE, 0xFF, ..])
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (bytes is [0xFF, 0xFE, ..])
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Encoding.UTF8.GetString(bytes[3..]);
        var text = new StringBuilder(bytes.Length);
        foreach (var value in bytes)
        {
            text.Append(value switch
            {
                >= 0x18 and <= 0x1F => Accents[value - 0x18],
                >= 0x80 and <= 0xA0 => Punctuation[value - 0x80],
                _ => (char)value,
            });
        }

        return text.ToString();
    }
}
