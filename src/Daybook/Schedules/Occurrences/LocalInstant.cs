using Daybook.Schedules.Policies;
using NodaTime;
using NodaTime.TimeZones;

namespace Daybook.Schedules.Occurrences;

/// <summary>A wall time of a date, put on the line of instants.</summary>
/// <param name="At">For one that does not run, where it would have been.</param>
internal readonly record struct LocalInstant(Instant At, Offset Offset, Adjustments Adjustments, SkipReason? Reason)
{
    public static LocalInstant Of(LocalDateTime local, DateTimeZone zone, GapPolicy gap, OverlapPolicy overlap)
    {
        var mapping = zone.MapLocal(local);
        return mapping.Count switch
        {
            1 => new LocalInstant(InstantOf(local, mapping.EarlyInterval), mapping.EarlyInterval.WallOffset, Adjustments.None, null),
            0 => InGap(local, mapping, gap),
            _ => overlap switch
            {
                OverlapPolicy.First => Twice(local, mapping.EarlyInterval, null),
                OverlapPolicy.Second => Twice(local, mapping.LateInterval, null),
                OverlapPolicy.Skip => Twice(local, mapping.EarlyInterval, SkipReason.Overlap),
                _ => throw new InvalidOperationException($"There is no overlap policy {overlap}."),
            },
        };
    }

    private static LocalInstant Twice(LocalDateTime local, ZoneInterval interval, SkipReason? reason) =>
        new(InstantOf(local, interval), interval.WallOffset, Adjustments.Overlap, reason);

    private static LocalInstant InGap(LocalDateTime local, ZoneLocalMapping mapping, GapPolicy gap)
    {
        var (before, after) = (mapping.EarlyInterval, mapping.LateInterval);
        var end = new LocalInstant(after.Start, after.WallOffset, Adjustments.Gap, null);

        // The gap swallows the whole date. That its end lies on another date is not enough: 23:00 → 24:00 leaves the date its other hours.
        if (before.IsoLocalEnd <= local.Date.AtMidnight() && after.IsoLocalStart >= local.Date.PlusDays(1).AtMidnight())
            return end with { Reason = SkipReason.DateMissing };
        return gap switch
        {
            GapPolicy.End => end,
            GapPolicy.Shift => end with { At = InstantOf(local, before) },
            GapPolicy.Skip => end with { Reason = SkipReason.Gap },
            _ => throw new InvalidOperationException($"There is no gap policy {gap}."),
        };
    }

    private static Instant InstantOf(LocalDateTime local, ZoneInterval interval) => local.WithOffset(interval.WallOffset).ToInstant();
}
