using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>Finds the period an instant belongs to. Periods are half-open.</summary>
internal sealed class PeriodCalendar
{
    private readonly ImmutableArray<(Instant Start, Instant End)> _periods;

    public PeriodCalendar(ReportPeriod period)
    {
        Zone = ZoneProvider.InUse[period.Zone];
        Start = Instant.FromDateTimeOffset(period.Start);
        End = Instant.FromDateTimeOffset(period.End);
        _periods =
        [
            (Start, End),
            .. period.Earlier.Select(earlier => (Instant.FromDateTimeOffset(earlier.Start), Instant.FromDateTimeOffset(earlier.End))),
        ];
    }

    public DateTimeZone Zone { get; }

    public Instant Start { get; }

    public Instant End { get; }

    /// <returns>0 for the reported period, 1 for the one before it and so on; null outside all of them.</returns>
    public int? IndexOf(Instant time)
    {
        for (var i = 0; i < _periods.Length; i++)
        {
            if (time >= _periods[i].Start && time < _periods[i].End)
                return i;
        }

        return null;
    }

    /// <summary>Hour of the day (0–23) in the report's zone.</summary>
    public int HourOf(Instant time) => time.InZone(Zone).Hour;

    /// <param name="hours">Elapsed hours before the end of the reported period.</param>
    public bool IsBetween(Instant time, int hours, int untilHours) =>
        time >= End - Duration.FromHours(hours) && time < End - Duration.FromHours(untilHours);
}
