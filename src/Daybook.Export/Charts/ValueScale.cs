namespace Daybook.Export.Charts;

/// <summary>The range of a value axis and where its ticks stand: round numbers that enclose every value.</summary>
/// <param name="Step">Distance of the ticks; above zero.</param>
internal sealed record ValueScale(double Minimum, double Maximum, double Step)
{
    /// <param name="values">What must be inside; finite.</param>
    /// <param name="fromZero">Bars and areas measure from zero; lines only when zero is near.</param>
    /// <param name="ticks">About how many intervals are wanted.</param>
    public static ValueScale Enclosing(IEnumerable<double> values, bool fromZero, double? minimum, double? maximum, int ticks)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high)
            (low, high) = (0, 1);
        // Asking for zero when it is near costs little space and saves a reader from a false drama.
        if (fromZero || (low > 0 && low < 0.6 * high) || (high < 0 && high > 0.6 * low))
            (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        var (fixedLow, fixedHigh) = (Finite(minimum) <= low, Finite(maximum) >= high);
        low = fixedLow ? minimum!.Value : low;
        high = fixedHigh ? maximum!.Value : high;
        if (high - low <= Math.Abs(high) * 1e-9)
            (low, high) = low == 0 ? (0, 1) : (Math.Min(0, low * 2), Math.Max(0, high * 2));

        var step = RoundStep((high - low) / ticks);
        return new(
            fixedLow ? low : Math.Floor(low / step + 1e-9) * step,
            fixedHigh ? high : Math.Ceiling(high / step - 1e-9) * step,
            step);
    }

    /// <summary>The ticks from low to high.</summary>
    public IEnumerable<double> Ticks()
    {
        for (var i = Math.Ceiling(Minimum / Step - 1e-9); i * Step <= Maximum + Step * 1e-9; i++)
            yield return i * Step;
    }

    private static double? Finite(double? value) => value is { } number && Math.Abs(number) <= ChartData.Largest ? number : null;

    /// <summary>The next of 1, 2, 2.5, 5 times a power of ten.</summary>
    private static double RoundStep(double raw)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var mantissa = raw / power;
        return power * (mantissa <= 1.0000001 ? 1 : mantissa <= 2.0000001 ? 2 : mantissa <= 2.5000001 ? 2.5 : mantissa <= 5.0000001 ? 5 : 10);
    }
}
