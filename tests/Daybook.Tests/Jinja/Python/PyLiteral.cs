using System.Globalization;
using System.Numerics;
using System.Text;
using Daybook.Jinja;
using Daybook.Jinja.Python;

namespace Daybook.Tests.Jinja.Python;

/// <summary>Reads a Python literal, so that tables of expected values can be written as Python prints them.</summary>
internal sealed class PyLiteral
{
    private readonly string _text;
    private int _at;

    private PyLiteral(string text) => _text = text;

    public static object? Parse(string text)
    {
        var literal = new PyLiteral(text);
        var value = literal.Value();
        Assert.True(literal._at == text.Length, $"{text} is not a literal from {literal._at} on");
        return value;
    }

    private object? Value()
    {
        SkipSpaces();
        return _text[_at] switch
        {
            '\'' or '"' => Text(),
            '[' => new PyList(Items(']', out _)),
            '(' => Items(')', out _) is var items ? new PyTuple([.. items]) : null,
            '{' => Dict(),
            _ => Word(),
        };
    }

    private object? Word()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '-' or '+' or '_'))
            _at++;
        var word = _text[start.._at];
        return word switch
        {
            "None" => null,
            "True" => PyBox.True,
            "False" => PyBox.False,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            "Markup" => Items(Consume('(', ')'), out _) is [string text] ? new Markup(text) : null,
            _ when word.AsSpan().ContainsAny("e.") => double.Parse(word, CultureInfo.InvariantCulture),
            _ => PyBox.Of(BigInteger.Parse(word, CultureInfo.InvariantCulture)),
        };
    }

    private char Consume(char open, char close)
    {
        Assert.Equal(open, _text[_at]);
        return close;
    }

    private List<object?> Items(char close, out int commas)
    {
        _at++;
        commas = 0;
        var items = new List<object?>();
        for (SkipSpaces(); _text[_at] != close; SkipSpaces())
        {
            items.Add(Value());
            SkipSpaces();
            if (_text[_at] != ',')
                continue;
            commas++;
            _at++;
        }

        _at++;
        return items;
    }

    private PyDict Dict()
    {
        _at++;
        var dict = new PyDict();
        for (SkipSpaces(); _text[_at] != '}'; SkipSpaces())
        {
            var key = Value();
            SkipSpaces();
            _at++;
            dict[key] = Value();
            SkipSpaces();
            if (_text[_at] == ',')
                _at++;
        }

        _at++;
        return dict;
    }

    private string Text()
    {
        var quote = _text[_at++];
        var result = new StringBuilder();
        while (_text[_at] != quote)
            result.Append(_text[_at] == '\\' ? Escape() : _text[_at++].ToString());
        _at++;
        return result.ToString();
    }

    private string Escape()
    {
        var kind = _text[_at + 1];
        _at += 2;
        var digits = kind switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return kind switch { 'n' => "\n", 'r' => "\r", 't' => "\t", _ => kind.ToString() };
        var code = int.Parse(_text.AsSpan(_at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        _at += digits;
        return code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString();
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }
}
