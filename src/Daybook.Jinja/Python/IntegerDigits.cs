using System.Globalization;
using System.Numerics;
using System.Text;

namespace Daybook.Jinja.Python;

/// <summary>The digits of an integer's magnitude in base 2, 8, 10 or 16.</summary>
internal static class IntegerDigits
{
    /// <param name="magnitude">Must not be negative.</param>
    /// <param name="code">One of Python's <c>b o d x X</c>.</param>
    public static string Of(BigInteger magnitude, char code) => code switch
    {
        'd' => PyText.Digits(magnitude),
        'x' => StripZeros(magnitude.ToString("x", CultureInfo.InvariantCulture)),
        'X' => StripZeros(magnitude.ToString("X", CultureInfo.InvariantCulture)),
        'b' => StripZeros(magnitude.ToString("b", CultureInfo.InvariantCulture)),
        'o' => Octal(magnitude),
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    /// <summary>The <c>#</c> flag's prefix.</summary>
    public static string Prefix(char code) => code is 'b' or 'o' or 'x' or 'X' ? $"0{code}" : "";

    /// <summary>Three bits a digit, from the binary digits.</summary>
    private static string Octal(BigInteger magnitude)
    {
        var binary = StripZeros(magnitude.ToString("b", CultureInfo.InvariantCulture));
        binary = binary.PadLeft((binary.Length + 2) / 3 * 3, '0');
        var output = new StringBuilder(binary.Length / 3);
        for (var i = 0; i < binary.Length; i += 3)
            output.Append((char)('0' + ((binary[i] - '0') * 4) + ((binary[i + 1] - '0') * 2) + (binary[i + 2] - '0')));
        return output.ToString();
    }

    private static string StripZeros(string digits)
    {
        var stripped = digits.TrimStart('0');
        return stripped.Length == 0 ? "0" : stripped;
    }
}
