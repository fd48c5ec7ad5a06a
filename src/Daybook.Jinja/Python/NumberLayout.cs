using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>Puts sign, prefix, digit groups and padding around the digits of a formatted number.</summary>
internal static class NumberLayout
{
    private const int DecimalGroup = 3;
    private const int BinaryGroup = 4;

    /// <param name="spec">The format.</param>
    /// <param name="isNegative">Whether a minus sign is due.</param>
    /// <param name="prefix">Such as <c>0x</c>.</param>
    /// <param name="digits">The digits before the point, to be grouped.</param>
    /// <param name="rest">Point, decimals, exponent, percent sign, or <c>inf</c>.</param>
    /// <param name="limits">What the text may grow to.</param>
    public static string Format(PyFormatSpec spec, bool isNegative, string prefix, string digits, string rest, PyLimits limits)
    {
        var sign = isNegative ? "-" : spec.Sign is '+' or ' ' ? spec.Sign.ToString()! : "";
        var padsDigits = spec.Fill == "0" && spec.Align == '=';
        var around = sign.Length + prefix.Length + rest.Length;
        if (spec.Grouping is { } separator && digits.Length > 0)
        {
            var group = spec.Type is "b" or "o" or "x" or "X" ? BinaryGroup : DecimalGroup;
            digits = Group(digits, separator, group, padsDigits ? spec.Width - around : 0);
        }

        var padding = Math.Max(0, spec.Width - around - digits.Length);
        return spec.Align == '='
            ? sign + prefix + TextLayout.Fill(spec.Fill, padding, limits) + digits + rest
            : TextLayout.Pad(sign + prefix + digits + rest, spec, '>', limits);
    }

    /// <summary>Separates groups, adding zeros in front until the text is as wide as asked for (or one wider: it never starts with a separator).</summary>
    private static string Group(string digits, char separator, int group, int width)
    {
        var output = new StringBuilder();
        var position = 0;
        for (var i = digits.Length - 1; i >= 0 || output.Length < width; i--)
        {
            if (position > 0 && position % group == 0)
                output.Append(separator);
            output.Append(i >= 0 ? digits[i] : '0');
            position++;
        }

        var characters = output.ToString().ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
