using System.Globalization;

namespace Daybook.Export;

/// <summary>Reads a double as the decimal a person would write: <c>0.1 + 0.2</c> is 0.3. Pictures and tables round from the same digits.</summary>
internal static class DecimalOf
{
    /// <summary>Fifteen digits are what a double holds; more would be its noise. Null outside the range of decimals.</summary>
    public static decimal? Double(double number) => double.IsFinite(number) && Math.Abs(number) < 1e27
        ? decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;
}
