using System.Globalization;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary><c>repr(float)</c>: the shortest digits that read back as the same number, with an exponent only below 1e-04 and from 1e+16.</summary>
internal static class PyFloatText
{
    /// <summary>Longer than any text made here (24 characters).</summary>
    private const int BufferLength = 40;

    private const int SmallestPlainPoint = -3;
    private const int LargestPlainPoint = 16;

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

    private static int Format(double number, Span<char> output)
    {
        if (!double.IsFinite(number))
            return Copy(double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf", output);
        if (Math.Abs(number) < QuickBound && number == Math.Floor(number))
            return FormatIntegral(number, output);

        Span<char> digits = stackalloc char[BufferLength];
        var count = ShortestDigits(Math.Abs(number), digits, out var point);
        var length = 0;
        if (number < 0)
            output[length++] = '-';
        return length + Layout(digits[..count], point, output[length..]);
    }

    private static int FormatIntegral(double number, Span<char> output)
    {
        var length = 0;
        if (double.IsNegative(number))
            output[length++] = '-';
        ((long)Math.Abs(number)).TryFormat(output[length..], out var written, default, CultureInfo.InvariantCulture);
        length += written;
        return length + Copy(".0", output[length..]);
    }

    /// <summary>The shortest digits, without leading or trailing zeros, and where the decimal point stands relative to their start.</summary>
    public static int ShortestDigits(double magnitude, Span<char> digits, out int point)
    {
        Span<char> text = stackalloc char[BufferLength];
        magnitude.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        text = text[..length];
        var exponent = 0;
        var mark = text.IndexOf('E');
        if (mark >= 0)
        {
            exponent = int.Parse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var dot = text.IndexOf('.');
        point = exponent + (dot < 0 ? text.Length : dot);
        return StripZeros(text, digits, ref point);
    }

    private static int StripZeros(ReadOnlySpan<char> text, Span<char> digits, ref int point)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c == '.')
                continue;
            if (c == '0' && count == 0)
                point--;
            else
                digits[count++] = c;
        }

        while (count > 1 && digits[count - 1] == '0')
            count--;
        return count;
    }

    private static int Layout(ReadOnlySpan<char> digits, int point, Span<char> output)
    {
        if (point is < SmallestPlainPoint or > LargestPlainPoint)
            return LayoutExponent(digits, point - 1, output);
        var length = 0;
        if (point <= 0)
        {
            length = Copy("0.", output);
            output.Slice(length, -point).Fill('0');
            return length - point + Copy(digits, output[(length - point)..]);
        }

        if (digits.Length <= point)
        {
            length = Copy(digits, output);
            output.Slice(length, point - digits.Length).Fill('0');
            return point + Copy(".0", output[point..]);
        }

        length = Copy(digits[..point], output);
        output[length++] = '.';
        return length + Copy(digits[point..], output[length..]);
    }

    private static int LayoutExponent(ReadOnlySpan<char> digits, int exponent, Span<char> output)
    {
        var length = 0;
        output[length++] = digits[0];
        if (digits.Length > 1)
        {
            output[length++] = '.';
            length += Copy(digits[1..], output[length..]);
        }

        output[length++] = 'e';
        output[length++] = exponent < 0 ? '-' : '+';
        Math.Abs(exponent).TryFormat(output[length..], out var written, "00", CultureInfo.InvariantCulture);
        return length + written;
    }

    private static int Copy(ReadOnlySpan<char> text, Span<char> output)
    {
        text.CopyTo(output);
        return text.Length;
    }
}
