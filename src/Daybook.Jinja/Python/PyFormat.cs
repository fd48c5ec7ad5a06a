using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary><c>format(value, spec)</c>.</summary>
internal static class PyFormat
{
    private const int DefaultPrecision = 6;
    private const int CodePointCount = 0x110000;

    public static string Format(object? value, string spec, PyLimits? limits = null)
    {
        if (spec.Length == 0)
            return PyText.Str(value);
        limits ??= PyLimits.Default;
        return value switch
        {
            string text => FormatText(text, spec, limits),
            Markup markup => FormatText(markup.Text, spec, limits),
            long or bool or BigInteger => FormatInteger(value, spec, limits),
            double number => FormatFloat(number, PyFormatSpec.Parse(spec, "float", true, "", limits), "float", limits),
            PyObject other => other.FormatWith(spec),
            _ => throw PyErrors.Type($"unsupported format string passed to {PyType.NameOf(value)}.__format__"),
        };
    }

    private static string FormatText(string text, string spec, PyLimits limits)
    {
        var parsed = PyFormatSpec.Parse(spec, "str", false, "s", limits);
        if (parsed.Type is not ("" or "s"))
            throw parsed.UnknownCode("str");
        if (parsed.Sign is { } sign)
            throw PyErrors.Value($"{(sign == ' ' ? "Space" : "Sign")} not allowed in string format specifier");
        if (parsed.NoNegativeZero)
            throw PyErrors.Value("Negative zero coercion (z) not allowed in string format specifier");
        if (parsed.Alternate)
            throw PyErrors.Value("Alternate form (#) not allowed in string format specifier");
        if (parsed.Align == '=')
            throw PyErrors.Value("'=' alignment not allowed in string format specifier");
        if (parsed.Precision < CodePoints.Count(text))
            text = text[..CodePoints.UnitIndex(text, parsed.Precision.Value)];
        return TextLayout.Pad(text, parsed, '<', limits);
    }

    private static string FormatInteger(object value, string spec, PyLimits limits)
    {
        var name = PyType.NameOf(value);
        var parsed = PyFormatSpec.Parse(spec, name, true, "d", limits);
        PyNumber.TryInteger(value, out var number);
        switch (parsed.Type)
        {
            case "e" or "E" or "f" or "F" or "g" or "G" or "%":
                return FormatFloat(PyNumber.ToDouble(number), parsed, name, limits);
            case "" or "b" or "c" or "d" or "o" or "x" or "X" or "n":
                break;
            default:
                throw parsed.UnknownCode(name);
        }

        if (parsed.Precision is not null)
            throw PyErrors.Value("Precision not allowed in integer format specifier");
        if (parsed.NoNegativeZero)
            throw PyErrors.Value("Negative zero coercion (z) not allowed in integer format specifier");
        if (parsed.Type == "c")
            return FormatCodePoint(number, parsed, limits);
        var code = parsed.Type is "" or "n" ? 'd' : parsed.Type[0];
        var prefix = parsed.Alternate ? IntegerDigits.Prefix(code) : "";
        return NumberLayout.Format(parsed, number.Sign < 0, prefix, IntegerDigits.Of(BigInteger.Abs(number), code), "", limits);
    }

    private static string FormatCodePoint(BigInteger number, PyFormatSpec spec, PyLimits limits)
    {
        if (spec.Sign is not null)
            throw PyErrors.Value("Sign not allowed with integer format specifier 'c'");
        if (spec.Alternate)
            throw PyErrors.Value("Alternate form (#) not allowed with integer format specifier 'c'");
        return TextLayout.Pad(CodePoint(number), spec, '>', limits);
    }

    /// <summary><c>chr(number)</c> as the c conversions do it.</summary>
    public static string CodePoint(BigInteger number)
        => number.Sign >= 0 && number < CodePointCount
            ? CodePoints.ToText([(int)number])
            : throw PyErrors.Overflow("%c arg not in range(0x110000)");

    private static string FormatFloat(double number, PyFormatSpec spec, string typeName, PyLimits limits)
    {
        if (spec.Type is not ("" or "e" or "E" or "f" or "F" or "g" or "G" or "n" or "%"))
            throw spec.UnknownCode(typeName);
        if (spec.Type == "%")
            number *= 100;
        var text = Magnitude(number, spec);
        var isNegative = double.IsNegative(number) && !double.IsNaN(number)
            && !(spec.NoNegativeZero && double.IsFinite(number) && !HasNonZeroDigit(text));
        if (spec.Type == "%")
            text += "%";
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        return NumberLayout.Format(spec, isNegative, "", text[..digits], text[digits..], limits);
    }

    private static string Magnitude(double number, PyFormatSpec spec)
    {
        if (!double.IsFinite(number))
        {
            var name = double.IsNaN(number) ? "nan" : "inf";
            return spec.Type is "E" or "F" or "G" ? name.ToUpperInvariant() : name;
        }

        var magnitude = Math.Abs(number);
        if (spec.Type.Length == 0 && spec.Precision is null)
            return Shortest(magnitude, spec.Alternate);
        var precision = spec.Precision ?? DefaultPrecision;
        var style = spec.Type switch
        {
            "e" or "E" => new FloatStyle('e', precision, Alternate: spec.Alternate),
            "f" or "F" or "%" => new FloatStyle('f', precision, Alternate: spec.Alternate),
            "" => new FloatStyle('g', precision, DotZero: true, Alternate: spec.Alternate),
            _ => new FloatStyle('g', precision, Alternate: spec.Alternate),
        };
        var text = FloatLayout.Format(magnitude, style);
        return spec.Type is "E" or "G" ? text.ToUpperInvariant() : text;
    }

    private static string Shortest(double magnitude, bool alternate)
    {
        var text = PyFloatText.Repr(magnitude);
        var exponent = text.IndexOf('e', StringComparison.Ordinal);
        return alternate && exponent >= 0 && !text.Contains('.') ? text.Insert(exponent, ".") : text;
    }

    private static bool HasNonZeroDigit(string text)
    {
        var exponent = text.AsSpan().IndexOfAny('e', 'E');
        return (exponent < 0 ? text : text.AsSpan(0, exponent)).ContainsAnyInRange('1', '9');
    }
}
