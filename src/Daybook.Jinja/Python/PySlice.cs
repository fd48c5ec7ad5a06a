using System.Numerics;

namespace Daybook.Jinja.Python;

/// <summary>The indexes that <c>[start:stop:step]</c> takes of a sequence.</summary>
/// <param name="Stop">Before which the slice ends; -1 for a slice that runs backwards to the beginning.</param>
internal readonly record struct PySlice(int Start, int Stop, int Step, int Count)
{
    /// <summary>Resolves slice bounds against a length, as <c>slice.indices</c> does.</summary>
    public static PySlice Of(object? start, object? stop, object? step, int length)
    {
        var by = step is null ? 1 : Clamp(ToInteger(step));
        if (by == 0)
            throw PyErrors.Value("slice step cannot be zero");
        var (lowest, highest) = by > 0 ? (0, length) : (-1, length - 1);
        var from = start is null ? (by > 0 ? lowest : highest) : Bound(start, length, lowest, highest);
        var to = stop is null ? (by > 0 ? highest : lowest) : Bound(stop, length, lowest, highest);
        var distance = by > 0 ? (long)to - from : (long)from - to;
        var stride = Math.Abs((long)by);
        return new(from, to, by, distance <= 0 ? 0 : (int)((distance - 1) / stride) + 1);
    }

    /// <summary>Whether a start lies after the end of a sequence of that length.</summary>
    public static bool IsBeyond(object? start, int length) => start is not null && ToInteger(start) > length;

    /// <summary>Whether the resolved start lies after the resolved end.</summary>
    public static bool IsInverted(object? start, object? end, int length)
        => start is not null && end is not null && Bound(start, length, 0, length) > Bound(end, length, 0, length);

    private static int Bound(object value, int length, int lowest, int highest)
    {
        var index = ToInteger(value);
        if (index.Sign < 0)
            index += length;
        return (int)BigInteger.Min(BigInteger.Max(index, lowest), highest);
    }

    private static int Clamp(BigInteger step) => (int)BigInteger.Min(BigInteger.Max(step, -int.MaxValue), int.MaxValue);

    private static BigInteger ToInteger(object value)
        => PyNumber.TryInteger(value, out var number)
            ? number
            : throw PyErrors.Type("slice indices must be integers or None or have an __index__ method");
}
