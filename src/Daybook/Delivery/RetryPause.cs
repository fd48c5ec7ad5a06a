namespace Daybook.Delivery;

/// <summary>How long to wait before the next try.</summary>
internal static class RetryPause
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>How long a delivery is tried at least that the other side asked to wait for, however short its pauses: as long as one that it says nothing about.</summary>
    /// <param name="tries">At most, of those.</param>
    public static TimeSpan Whole(int tries) => Enumerable.Range(0, tries - 1).Aggregate(TimeSpan.Zero, (sum, earlier) => sum + After(earlier, null));

    /// <summary>What the other side asked for; else 1, 5, 15, then 60 minutes.</summary>
    /// <param name="earlier">Tries before the one that just failed.</param>
    /// <param name="asked">Null when the other side asked for nothing.</param>
    public static TimeSpan After(int earlier, TimeSpan? asked) => asked is { } wanted
        ? TimeSpan.FromTicks(Math.Clamp(wanted.Ticks, Shortest.Ticks, Longest.Ticks))
        : TimeSpan.FromMinutes(earlier switch { 0 => 1, 1 => 5, 2 => 15, _ => 60 });
}
