using Daybook.Schedules.Policies;
using NodaTime;
using NodaTime.TimeZones;

namespace Daybook.Schedules.Occurrences;

/// <summary>Puts the wall times of one zone on the line of instants; far from any change of the clock without asking the zone again.</summary>
internal sealed class WallClock(DateTimeZone zone, GapPolicy gap, OverlapPolicy overlap)
{
    /// <summary>No change of the clock, not even one by a whole day, reaches further than this from where it happens.</summary>
    private const int DaysOfDoubt = 3;

    private Steady _steady = Steady.None;

    public LocalInstant At(LocalDateTime local)
    {
        var date = local.Date;
        var steady = _steady;
        if (date < steady.First || date > steady.Last)
        {
            steady = Steady.Around(zone.GetZoneInterval(local.InUtc().ToInstant()));
            _steady = steady;
            if (date < steady.First || date > steady.Last)
                return LocalInstant.Of(local, zone, gap, overlap);
        }

        return new LocalInstant(local.WithOffset(steady.Offset).ToInstant(), steady.Offset, Adjustments.None, null);
    }

    /// <summary>The dates that surely have one offset. Immutable, so that several threads may share a clock.</summary>
    private sealed record Steady(LocalDate First, LocalDate Last, Offset Offset)
    {
        public static Steady None { get; } = new(LocalDate.MaxIsoValue, LocalDate.MinIsoValue, Offset.Zero);

        public static Steady Around(ZoneInterval interval) => new(
            interval.HasStart ? interval.Start.InUtc().Date.PlusDays(DaysOfDoubt) : LocalDate.MinIsoValue,
            interval.HasEnd ? interval.End.InUtc().Date.PlusDays(-DaysOfDoubt) : LocalDate.MaxIsoValue,
            interval.WallOffset);
    }
}
