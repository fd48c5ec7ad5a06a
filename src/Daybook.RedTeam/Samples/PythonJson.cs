using System.Buffers;
using System.Globalization;
using System.Text;

namespace Daybook.RedTeam;

/// <summary>Writes JSON as Python's <c>json.dumps</c> does: <c>", "</c> and <c>": "</c> between tokens, floats with a point.</summary>
/// <param name="asciiOnly">Escape everything beyond ASCII, as garak did before version 0.12.</param>
internal sealed class PythonJson(IBufferWriter<byte> output, bool asciiOnly)
{
    private const string Hex = "0123456789abcdef";

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(0x20, 0x5F).Select(code => (char)code).Where(c => c is not '"' and not '\\')]);

    private bool _needsComma;

    public PythonJson Open(char bracket = '{')
    {
        Separate();
        Raw(bracket);
        _needsComma = false;
        return this;
    }

    public PythonJson Close(char bracket = '}')
    {
        Raw(bracket);
        _needsComma = true;
        return this;
    }

    public PythonJson EndLine()
    {
        Raw('\n');
        _needsComma = false;
        return this;
    }

    public PythonJson Name(string name)
    {
        Separate();
        Text(name);
        Raw(": ");
        _needsComma = false;
        return this;
    }

    public PythonJson Field(string name, string? value) => Name(name).Value(value);

    public PythonJson Field(string name, long value) => Name(name).Value(value);

    public PythonJson Field(string name, bool value) => Name(name).Value(value);

    public PythonJson Empty(string name, char open, char close) => Name(name).Open(open).Close(close);

    public PythonJson Texts(string name, IEnumerable<string> values)
    {
        Name(name).Open('[');
        foreach (var value in values)
            Value(value);
        return Close(']');
    }

    public PythonJson Value(string? value)
    {
        Separate();
        if (value is null)
            Raw("null");
        else
            Text(value);
        _needsComma = true;
        return this;
    }

    public PythonJson Value(long value) => Literal(value.ToString(CultureInfo.InvariantCulture));

    public PythonJson Value(bool value) => Literal(value ? "true" : "false");

    /// <summary>A float: <c>1.0</c>, <c>0.83</c>.</summary>
    public PythonJson Value(decimal? value) =>
        Literal(value is { } number ? number.ToString("0.0###############", CultureInfo.InvariantCulture) : "null");

    private PythonJson Literal(string text)
    {
        Separate();
        Raw(text);
        _needsComma = true;
        return this;
    }

    private void Separate()
    {
        if (_needsComma)
            Raw(", ");
    }

    private void Text(string value)
    {
        Raw('"');
        var rest = value.AsSpan();
        while (!rest.IsEmpty)
        {
            var plain = rest.IndexOfAnyExcept(Plain);
            Raw(plain < 0 ? rest : rest[..plain]);
            rest = plain < 0 ? [] : rest[plain..];
            if (Rune.DecodeFromUtf16(rest, out var rune, out var used) == OperationStatus.Done)
                Escape(rune);
            rest = rest[used..];
        }

        Raw('"');
        _needsComma = true;
    }

    private void Escape(Rune rune)
    {
        switch (rune.Value)
        {
            case '"':
                Raw("\\\"");
                break;
            case '\\':
                Raw("\\\\");
                break;
            case '\n':
                Raw("\\n");
                break;
            case '\r':
                Raw("\\r");
                break;
            case '\t':
                Raw("\\t");
                break;
            default:
                Other(rune);
                break;
        }
    }

    private void Other(Rune rune)
    {
        Span<char> units = stackalloc char[2];
        var length = rune.EncodeToUtf16(units);
        if (!asciiOnly && rune.Value > 0x7F)
        {
            output.Advance(rune.EncodeToUtf8(output.GetSpan(4)));
            return;
        }

        foreach (var unit in units[..length])
            Raw($"\\u{Hex[unit >> 12]}{Hex[(unit >> 8) & 15]}{Hex[(unit >> 4) & 15]}{Hex[unit & 15]}");
    }

    private void Raw(char ascii)
    {
        output.GetSpan(1)[0] = (byte)ascii;
        output.Advance(1);
    }

    private void Raw(ReadOnlySpan<char> ascii) => output.Advance(Encoding.ASCII.GetBytes(ascii, output.GetSpan(ascii.Length)));
}
