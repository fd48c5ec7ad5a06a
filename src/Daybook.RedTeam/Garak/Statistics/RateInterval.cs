namespace Daybook.RedTeam;

/// <summary>A confidence interval of an attack success rate, in percent.</summary>
/// <param name="Method">Who made it and how, such as <c>garak bootstrap</c>.</param>
/// <param name="Level">Such as 0.95; null where garak does not say.</param>
public sealed record RateInterval(decimal Lower, decimal Upper, string Method, double? Level)
{
    /// <summary>Daybook's own interval at 95 %; null when nothing was evaluated.</summary>
    internal static RateInterval? Wilson(long hits, long evaluated) =>
        WilsonInterval.Of(hits, evaluated) is { } interval ? new RateInterval(interval.Lower, interval.Upper, interval.Method, 0.95) : null;

    /// <summary>A fraction in percent, rounded to what a double can be trusted with.</summary>
    internal static decimal Percent(double fraction) => Math.Round((decimal)fraction * 100, 10);
}
