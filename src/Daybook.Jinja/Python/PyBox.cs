using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>Boxes results as template values, reusing the boxes of the most common ones.</summary>
internal static class PyBox
{
    private const int SmallestCached = -128;
    private const int LargestCached = 1023;

    public static readonly object True = true;
    public static readonly object False = false;

    private static readonly object[] SmallIntegers =
        [.. Enumerable.Range(SmallestCached, LargestCached - SmallestCached + 1).Select(number => (object)(long)number)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(long value)
        => value is >= SmallestCached and <= LargestCached ? SmallIntegers[value - SmallestCached] : value;

    /// <summary>An integer in its one representation: long where it fits.</summary>
    public static object Of(BigInteger value)
        => value >= long.MinValue && value <= long.MaxValue ? Of((long)value) : value;
}
