using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Walks a timeline in windows that grow while nothing is found, up to the years that dates are kept for.</summary>
internal sealed class MomentStream(Timeline timeline)
{
    /// <summary>The weekdays and leap years of the calendar repeat after this; a rule without a date in it has none at all.</summary>
    private static readonly Duration Cycle = Duration.FromDays(400 * 366);

    /// <summary>Most schedules have an occurrence within the last few days.</summary>
    private static readonly Duration NearWindow = Duration.FromDays(4);

    private static readonly Duration LargestWindow = Duration.FromDays(3 * 366);

    /// <summary>How far business date, time and offset can take an instant away from its nominal date.</summary>
    private const int Reach = 40;

    private static readonly Instant Earliest = Instant.FromUtc(2, 1, 1, 0, 0), Latest = Instant.FromUtc(9998, 1, 1, 0, 0);

    public LocalDate? FirstDate => timeline.FirstDate;

    /// <param name="days">How many are asked for first; more at a time after that.</param>
    public IEnumerable<Moment> After(Instant instant, int days)
    {
        var start = Instant.Max(instant + Duration.Epsilon, Day(timeline.FirstDate, -Reach) ?? Earliest);
        var end = Instant.Min(Day(timeline.LastDate, Reach) ?? Latest, Latest);
        var (window, idle) = (Duration.Min(Duration.FromDays(days), timeline.Window), Duration.Zero);
        while (start < end && idle < Cycle)
        {
            var stop = Instant.Min(start + window, end);
            var found = timeline.Between(start, stop);
            foreach (var moment in found)
                yield return moment;
            idle = found.Count > 0 ? Duration.Zero : idle + window;
            window = Duration.Min(window * 2, found.Count > 0 ? timeline.Window : LargestWindow);
            start = stop;
        }
    }

    /// <summary>From the latest to the earliest.</summary>
    public IEnumerable<Moment> Before(Instant instant)
    {
        var end = Instant.Min(instant, Day(timeline.LastDate, Reach) ?? Latest);
        var start = Instant.Max(Day(timeline.FirstDate, -Reach) ?? Earliest, Earliest);
        var (window, idle) = (Duration.Min(NearWindow, timeline.Window), Duration.Zero);
        while (end > start && idle < Cycle)
        {
            var stop = Instant.Max(end - window, start);
            var found = timeline.Between(stop, end);
            for (var i = found.Count - 1; i >= 0; i--)
                yield return found[i];
            idle = found.Count > 0 ? Duration.Zero : idle + window;
            window = found.Count > 0 ? window : Duration.Min(window * 4, LargestWindow);
            end = stop;
        }
    }

    /// <summary>Dates at the ends of the calendar have none beyond them.</summary>
    private static Instant? Day(LocalDate? date, int plusDays) => date switch
    {
        null => null,
        { Year: < 2 } => Earliest,
        { Year: > 9997 } => Latest,
        { } day => day.PlusDays(plusDays).AtMidnight().InUtc().ToInstant(),
    };
}
