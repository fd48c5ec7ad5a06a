using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Daybook.RedTeam;

/// <summary>Reads JSON strings as Python wrote them: unpaired surrogates and broken UTF-8 become U+FFFD instead of an error.</summary>
internal static class JsonText
{
    /// <param name="reader">On a string or a property name that lies in one piece.</param>
    public static string Read(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : Encoding.UTF8.GetString(reader.ValueSpan);

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (escaped.IndexOf((byte)'\\') is var at and >= 0)
        {
            text.Append(Encoding.UTF8.GetString(escaped[..at]));
            var isUnicode = escaped[at + 1] == 'u';
            text.Append(isUnicode ? Unicode(escaped.Slice(at + 2, 4)) : Simple(escaped[at + 1]));
            escaped = escaped[(at + (isUnicode ? 6 : 2))..];
        }

        text.Append(Encoding.UTF8.GetString(escaped));
        return Paired(text);
    }

    private static char Unicode(ReadOnlySpan<byte> hex) => (char)ushort.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Simple(byte letter) => letter switch
    {
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        _ => (char)letter,
    };

    private static string Paired(StringBuilder text)
    {
        var result = text.ToString();
        if (!result.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return result;
        for (var i = 0; i < result.Length; i++)
        {
            if (char.IsSurrogatePair(result, i))
                i++;
            else if (char.IsSurrogate(result[i]))
                text[i] = '\uFFFD';
        }

        return text.ToString();
    }
}
