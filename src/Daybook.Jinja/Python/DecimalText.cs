using System.Globalization;

namespace Daybook.Jinja.Python;

/// <summary>Exact decimal texts of floats.</summary>
internal static class DecimalText
{
    public static double Round(double number, int digits)
        => double.Parse(number.ToString("F" + digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
