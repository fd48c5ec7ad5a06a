using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>repr(float)</c>: the shortest digits that read back as the same number, with an exponent only below 1e-04 and from 1e+16.</summary>
internal static class PyFloatText
{
    /// <summary>Room enough for any text made here, and for making it.</summary>
    public const int BufferLength = 40;

    /// <summary>Below this an integral number is written through long, which is quicker.</summary>
    private const double QuickBound = 1e15;

    public static string Repr(double number)
    {
        Span<char> buffer = stackalloc char[BufferLength];
        return new string(buffer[..Format(number, buffer)]);
    }

    public static void Write(StringBuilder output, double number)
    {
        Span<char> buffer = stackalloc char[BufferLength];
        output.Append(buffer[..Format(number, buffer)]);
    }

    /// <summary>Writes the text into a buffer of <see cref="BufferLength"/>.</summary>
    /// <returns>The text's length.</returns>
    public static int Format(double number, Span<char> output)
    {
        var length = 0;
        if (double.IsNegative(number) && !double.IsNaN(number))
            output[length++] = '-';
        var magnitude = Math.Abs(number);
        var rest = output[length..];
        if (!double.IsFinite(number))
            return length + Copy(double.IsNaN(number) ? "nan" : "inf", rest);
        if (magnitude < QuickBound && magnitude == Math.Floor(magnitude))
        {
            ((long)magnitude).TryFormat(rest, out var written, default, CultureInfo.InvariantCulture);
            return length + written + Copy(".0", rest[written..]);
        }

        Span<char> digits = stackalloc char[BufferLength];
        var count = FloatDigits.Shortest(magnitude, digits, out var point);
        return length + FloatLayout.Write(rest, digits[..count], point, FloatStyle.Repr);
    }

    private static int Copy(ReadOnlySpan<char> text, Span<char> output)
    {
        text.CopyTo(output);
        return text.Length;
    }
}
