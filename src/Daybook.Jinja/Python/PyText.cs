using System.Globalization;
using System.Numerics;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>The text of a value: Python's <c>str()</c> and <c>repr()</c>.</summary>
internal static class PyText
{
    /// <summary>The most decimal digits Python turns an integer into.</summary>
    private const int MaxIntegerDigits = 4300;

    private const double BitsPerDigit = 3.3219280948873623;

    /// <summary><c>str(value)</c>; a <see cref="Markup"/> gives its bare text.</summary>
    public static string Str(object? value) => value switch
    {
        string text => text,
        Markup markup => markup.Text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        PyObject other => other.Str(),
        _ => Repr(value),
    };

    public static string Repr(object? value)
    {
        switch (value)
        {
            case null:
                return "None";
            case bool flag:
                return flag ? "True" : "False";
            case long number:
                return number.ToString(CultureInfo.InvariantCulture);
            case double number:
                return PyFloatText.Repr(number);
            case BigInteger number:
                return Digits(number);
            case PyObject other:
                return other.Repr();
            default:
                var output = new StringBuilder();
                WriteRepr(output, value);
                return output.ToString();
        }
    }

    /// <summary>Appends <c>str(value)</c>, without making a string of it where the value is plain data.</summary>
    public static void WriteStr(StringBuilder output, object? value)
    {
        switch (value)
        {
            case string text:
                output.Append(text);
                break;
            case Markup markup:
                output.Append(markup.Text);
                break;
            case PyObject other:
                output.Append(other.Str());
                break;
            default:
                WriteRepr(output, value);
                break;
        }
    }

    public static void WriteRepr(StringBuilder output, object? value)
    {
        switch (value)
        {
            case null:
                output.Append("None");
                break;
            case string text:
                PyStringRepr.Write(output, text);
                break;
            case long number:
                output.Append(CultureInfo.InvariantCulture, $"{number}");
                break;
            case double number:
                PyFloatText.Write(output, number);
                break;
            case bool flag:
                output.Append(flag ? "True" : "False");
                break;
            case Markup markup:
                output.Append("Markup(");
                PyStringRepr.Write(output, markup.Text);
                output.Append(')');
                break;
            case BigInteger number:
                output.Append(Digits(number));
                break;
            case PyObject other:
                output.Append(other.Repr());
                break;
            default:
                new PyContainerRepr(output).Write(value);
                break;
        }
    }

    /// <summary>An integer's decimal digits, refused beyond the length at which Python refuses.</summary>
    public static string Digits(BigInteger number)
    {
        if (number.GetBitLength() > (MaxIntegerDigits + 1) * BitsPerDigit)
            throw TooManyDigits();
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Length - (number.Sign < 0 ? 1 : 0) <= MaxIntegerDigits ? text : throw TooManyDigits();
    }

    private static PyException TooManyDigits()
        => PyErrors.Value($"Exceeds the limit ({MaxIntegerDigits} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
}
