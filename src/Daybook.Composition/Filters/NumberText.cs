using System.Globalization;
using System.Numerics;

namespace Daybook.Composition;

/// <summary>Numbers with fixed decimals, rounded as Python rounds (the exact value, ties to even), and never <c>-0</c>.</summary>
internal static class NumberText
{
    public const int MaxDecimals = 20;

    public static string Fixed(double value, int decimals, bool grouped)
    {
        var text = Exact(value, decimals, grouped);
        return text[0] == '-' && !text.AsSpan().ContainsAnyInRange('1', '9') ? text[1..] : text;
    }

    public static string Fixed(BigInteger value, int decimals, bool grouped)
    {
        var text = value.ToString(grouped ? "N0" : "D", CultureInfo.InvariantCulture);
        return decimals == 0 ? text : text + "." + new string('0', decimals);
    }

    /// <summary>.NET prints the exact binary value; only a value that lies exactly between two results must be led to the even one.</summary>
    private static string Exact(double value, int decimals, bool grouped)
    {
        var format = (grouped ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture);
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        if ((text[^1] - '0') % 2 == 0 || !IsTie(value, decimals))
            return text;
        var toEven = Math.BitDecrement(Math.Abs(value));
        return (value < 0 ? -toEven : toEven).ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>True when the exact decimal expansion is a 5 after the last kept digit and nothing more.</summary>
    private static bool IsTie(double value, int decimals)
    {
        // A tie is a whole number of 1/2^(decimals + 1): for almost every value this cheap test says that it is none.
        if (Math.Abs(value) >= 1e15 || !double.IsInteger(Math.ScaleB(value, decimals + 1)))
            return false;
        var expansion = value.ToString("F60", CultureInfo.InvariantCulture);
        var rest = expansion.AsSpan(expansion.IndexOf('.', StringComparison.Ordinal) + 1 + decimals);
        return rest[0] == '5' && !rest[1..].ContainsAnyInRange('1', '9');
    }
}
