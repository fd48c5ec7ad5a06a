namespace Daybook.RedTeam;

/// <summary>A confidence interval of an attack success rate, in percent.</summary>
/// <param name="Method">Who made it and how, such as <c>garak bootstrap</c>.</param>
/// <param name="Level">Such as 0.95; null where garak does not say.</param>
public sealed record RateInterval(decimal Lower, decimal Upper, string Method, double? Level)
{
    internal const string WilsonMethod = "Wilson 95 % (Daybook)";

    /// <summary>Daybook's own interval at 95 %, within 0 to 100; null when nothing was evaluated.</summary>
    internal static RateInterval? Wilson(long hits, long evaluated)
    {
        if (evaluated == 0)
            return null;

        const decimal z = 1.959963984540054m;
        var n = (decimal)evaluated;
        var share = hits / n;
        var denominator = 1 + z * z / n;
        var centre = (share + z * z / (2 * n)) / denominator;
        var variance = share * (1 - share) / n + z * z / (4 * n * n);
        var half = z * (decimal)Math.Sqrt((double)variance) / denominator;
        var lower = hits == 0 ? 0m : Math.Max(0m, centre - half);
        var upper = hits == evaluated ? 1m : Math.Min(1m, centre + half);
        return new RateInterval(100m * lower, 100m * upper, WilsonMethod, 0.95);
    }

    /// <summary>A fraction in percent, rounded to what a double can be trusted with.</summary>
    internal static decimal Percent(double fraction) => Math.Round((decimal)fraction * 100, 10);
}
