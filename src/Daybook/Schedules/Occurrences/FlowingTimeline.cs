using System.Collections.Immutable;
using Daybook.Input;
using Daybook.Schedules.Dates;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>A cron expression that names every hour: each real reading of the clock that matches, both passes of a repeated hour included.</summary>
internal sealed class FlowingTimeline(DateSource dates, ImmutableArray<LocalTime> times, BusinessDates business, DateBounds bounds, DateTimeZone zone) : Timeline
{
    public override LocalDate? FirstDate => bounds.First;

    public override LocalDate? LastDate => bounds.Last;

    public override Duration Window => WindowFor(Duration.FromDays(1), times.Length, Duration.FromHours(6));

    public override IReadOnlyList<Moment> Between(Instant from, Instant to)
    {
        var moments = new List<Moment>();
        foreach (var interval in zone.GetZoneIntervals(from, to))
        {
            var offset = interval.WallOffset;
            var start = Local(interval.HasStart ? Instant.Max(interval.Start, from) : from, offset);
            var end = Local(interval.HasEnd ? Instant.Min(interval.End, to) : to, offset);
            foreach (var nominal in dates.Between(start.Date, end.Date).Where(nominal => bounds.Contains(nominal.Date)))
            {
                var day = business.Of(nominal);
                foreach (var time in times)
                {
                    var local = day.Nominal.At(time);
                    if (local < start || local >= end)
                        continue;
                    var at = local.WithOffset(offset).ToInstant();
                    moments.Add(new Moment(day.Nominal, day.Date, FieldText.Of(at), time, at, offset, day.Adjustments, day.Reason));
                }
            }
        }

        return moments;
    }

    private static LocalDateTime Local(Instant instant, Offset offset) => instant.WithOffset(offset).LocalDateTime;
}
