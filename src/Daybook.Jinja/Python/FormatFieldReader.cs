using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>Splits a <c>str.format</c> text into literal text and fields, one at a time, as Python's parser does.</summary>
internal ref struct FormatFieldReader(string format)
{
    private int _at;

    /// <summary>Appends the next literal text, and gives the field after it, if one follows.</summary>
    /// <returns>False at the end.</returns>
    public bool Read(StringBuilder output, out FormatField? field)
    {
        field = null;
        if (_at >= format.Length)
            return false;
        var next = format.AsSpan(_at).IndexOfAny('{', '}');
        if (next < 0)
        {
            output.Append(format, _at, format.Length - _at);
            _at = format.Length;
            return true;
        }

        output.Append(format, _at, next);
        _at += next;
        var brace = format[_at++];
        var isDoubled = _at < format.Length && format[_at] == brace;
        if (!isDoubled && (brace == '}' || _at >= format.Length))
            throw PyErrors.Value($"Single '{brace}' encountered in format string");
        if (isDoubled)
        {
            output.Append(brace);
            _at++;
            return true;
        }

        field = ReadField();
        return true;
    }

    private FormatField ReadField()
    {
        var start = _at;
        var end = ReadName();
        var name = format[start..(_at - 1)];
        if (end == '}')
            return new(name, null, "");
        if (end is not ('!' or ':'))
            throw PyErrors.Value("expected '}' before end of string");
        if (end == ':')
            return new(name, null, ReadSpec());

        if (_at >= format.Length)
            throw PyErrors.Value("end of string while looking for conversion specifier");
        var conversion = format[_at++];
        if (_at < format.Length)
        {
            var after = format[_at++];
            if (after == '}')
                return new(name, conversion, "");
            if (after != ':')
                throw PyErrors.Value("expected ':' after conversion specifier");
        }

        return new(name, conversion, ReadSpec());
    }

    /// <returns>The character that ended the name, or its last one at the end of the text.</returns>
    private char ReadName()
    {
        var c = '\0';
        while (_at < format.Length)
        {
            c = format[_at++];
            if (c == '{')
                throw PyErrors.Value("unexpected '{' in field name");
            if (c is '}' or ':' or '!')
                return c;
            if (c != '[')
                continue;
            while (_at < format.Length && format[_at] != ']')
                _at++;
        }

        _at++;
        return c;
    }

    private string ReadSpec()
    {
        var start = _at;
        for (var depth = 1; _at < format.Length; _at++)
        {
            depth += format[_at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return format[start.._at++];
        }

        throw PyErrors.Value("unmatched '{' in format spec");
    }
}
