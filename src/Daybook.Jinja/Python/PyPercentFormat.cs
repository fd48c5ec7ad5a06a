using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>The <c>%</c> operator on text: printf-style formatting.</summary>
internal sealed class PyPercentFormat
{
    private readonly string _format;
    private readonly PyLimits _limits;

    /// <summary>What values are escaped with, if the format is markup.</summary>
    private readonly Escaper? _escaper;

    /// <summary>The mapping that named values come from, if the operand is one.</summary>
    private readonly object? _mapping;

    private readonly bool _hasMapping;
    private readonly StringBuilder _output = new();
    private IReadOnlyList<object?> _values;
    private int _used;
    private int _at;

    private PyPercentFormat(string format, object? values, PyLimits limits, Escaper? escaper)
    {
        _format = format;
        _limits = limits;
        _escaper = escaper;
        _values = values is PyTuple tuple ? tuple.Items : [values];
        _hasMapping = values is PyList or PyDict or PyObject { IsSubscriptable: true };
        _mapping = _hasMapping ? values : null;
    }

    public static string Format(string format, object? values, PyLimits limits) => new PyPercentFormat(format, values, limits, null).Run();

    /// <summary>As markupsafe does it: values are escaped, the format is not.</summary>
    public static Markup FormatMarkup(Markup format, object? values, PyLimits limits)
        => format.With(new PyPercentFormat(format.Text, values, limits, format.Escaper).Run());

    private string Run()
    {
        for (var next = _format.IndexOf('%', _at); next >= 0; next = _format.IndexOf('%', _at))
        {
            _output.Append(_format, _at, next - _at);
            _at = next + 1;
            if (Peek() == '%')
                _output.Append(_format[_at++]);
            else
                WriteConversion();
            _limits.CheckText(_output.Length);
        }

        if (_used < _values.Count && !_hasMapping)
            throw PyErrors.Type("not all arguments converted during string formatting");
        return _output.Append(_format, _at, _format.Length - _at).ToString();
    }

    private void WriteConversion()
    {
        if (Peek() == '(')
            TakeNamedValue();
        var flags = ReadFlags();
        var width = ReadNumber("width too big");
        if (width < 0)
        {
            flags |= PercentFlags.Left;
            width = -width;
        }

        int? precision = null;
        if (Peek() == '.')
        {
            _at++;
            precision = Math.Max(ReadNumber("precision too big") ?? 0, 0);
        }

        if (Peek() is 'h' or 'l' or 'L')
            _at++;
        if (_at >= _format.Length)
            throw PyErrors.Value("incomplete format");
        var spec = new PercentSpec(flags, width ?? 0, precision, _format[_at++]);
        var value = NextValue();
        if (spec.Code is not ('s' or 'r' or 'a' or 'c' or 'd' or 'i' or 'u' or 'o' or 'x' or 'X' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G'))
            throw Unsupported();
        _output.Append(new PercentConversion(spec, _escaper, _limits).Convert(value));
    }

    private PyException Unsupported()
    {
        var codePoint = CodePoints.At(_format, _at - 1, out _);
        var shown = codePoint is > 31 and < 127 ? (char)codePoint : '?';
        var index = CodePoints.Count(_format[..(_at - 1)]);
        return PyErrors.Value(FormattableString.Invariant($"unsupported format character '{shown}' (0x{codePoint:x}) at index {index}"));
    }

    /// <summary>Reads <c>(name)</c>; parentheses in the name nest.</summary>
    private void TakeNamedValue()
    {
        if (!_hasMapping)
            throw PyErrors.Type("format requires a mapping");
        var start = ++_at;
        for (var depth = 1; depth > 0; _at++)
        {
            if (_at >= _format.Length)
                throw PyErrors.Value("incomplete format key");
            depth += _format[_at] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        _values = [PyContainer.GetItem(_mapping, _format[start..(_at - 1)])];
        _used = 0;
    }

    private PercentFlags ReadFlags()
    {
        for (var flags = PercentFlags.None; ; _at++)
        {
            var flag = Peek() switch
            {
                '-' => PercentFlags.Left,
                '+' => PercentFlags.Plus,
                ' ' => PercentFlags.Space,
                '#' => PercentFlags.Alternate,
                '0' => PercentFlags.Zero,
                _ => PercentFlags.None,
            };
            if (flag == PercentFlags.None)
                return flags;
            flags |= flag;
        }
    }

    /// <summary>Digits, or <c>*</c> for the next value; null if there is neither.</summary>
    private int? ReadNumber(string tooBig)
    {
        if (Peek() == '*')
        {
            _at++;
            var value = NextValue();
            if (_escaper is not null || !PyNumber.TryInteger(value, out var given))
                throw PyErrors.Type("* wants int");
            _limits.CheckText(given > long.MaxValue || given < -long.MaxValue ? long.MaxValue : Math.Abs((long)given));
            return (int)given;
        }

        var start = _at;
        long number = 0;
        for (; char.IsAsciiDigit(Peek()); _at++)
        {
            if (number > (long.MaxValue - 9) / 10)
                throw PyErrors.Value(tooBig);
            number = (number * 10) + (Peek() - '0');
        }

        _limits.CheckText(number);
        return _at == start ? null : (int)number;
    }

    private object? NextValue()
        => _used < _values.Count ? _values[_used++] : throw PyErrors.Type("not enough arguments for format string");

    /// <summary>The character at the current place; NUL at the end.</summary>
    private char Peek() => _at < _format.Length ? _format[_at] : '\0';
}
