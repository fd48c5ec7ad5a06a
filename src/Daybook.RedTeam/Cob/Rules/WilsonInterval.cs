namespace Daybook.RedTeam;

/// <summary>Daybook's own interval for a rate where the tool gives none: the Wilson score interval at 95 %.</summary>
internal static class WilsonInterval
{
    public const string Method = "Wilson 95 % (Daybook)";

    private const decimal Z = 1.959963984540054m;

    /// <returns>Bounds in percent, within 0 to 100; null where nothing was evaluated.</returns>
    public static IntervalFigures? Of(long violations, long evaluated)
    {
        if (evaluated == 0)
            return null;

        var n = (decimal)evaluated;
        var share = violations / n;
        var denominator = 1 + Z * Z / n;
        var centre = (share + Z * Z / (2 * n)) / denominator;
        var variance = share * (1 - share) / n + Z * Z / (4 * n * n);
        var half = Z * (decimal)Math.Sqrt((double)variance) / denominator;
        var lower = violations == 0 ? 0m : Math.Max(0m, centre - half);
        var upper = violations == evaluated ? 1m : Math.Min(1m, centre + half);
        return new IntervalFigures(100m * lower, 100m * upper, Method);
    }
}
