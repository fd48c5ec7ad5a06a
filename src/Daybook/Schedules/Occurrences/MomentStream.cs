using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Walks a timeline in windows that grow while nothing is found, up to the years that dates are kept for.</summary>
internal sealed class MomentStream(Timeline timeline)
{
    /// <summary>The weekdays and leap years of the calendar repeat after this; a rule without a date in it has none at all.</summary>
    private const int Cycle = 400 * 366;

    /// <summary>Most schedules have an occurrence within the last few days.</summary>
    private const int NearWindow = 4;

    private const int LargestWindow = 3 * 366;

    /// <summary>How far business date, time and offset can take an instant away from its nominal date.</summary>
    private const int Reach = 40;

    private static readonly Instant Earliest = Instant.FromUtc(2, 1, 1, 0, 0), Latest = Instant.FromUtc(9998, 1, 1, 0, 0);

    public LocalDate? FirstDate => timeline.FirstDate;

    /// <param name="days">How many are asked for first; more at a time after that.</param>
    public IEnumerable<Moment> After(Instant instant, int days)
    {
        var start = Instant.Max(instant + Duration.Epsilon, Day(timeline.FirstDate, -Reach) ?? Earliest);
        var end = Instant.Min(Day(timeline.LastDate, Reach) ?? Latest, Latest);
        var (window, idle) = (Math.Min(days, timeline.Window), 0);
        while (start < end && idle < Cycle)
        {
            var stop = Instant.Min(start + Duration.FromDays(window), end);
            var found = timeline.Between(start, stop);
            foreach (var moment in found)
                yield return moment;
            idle = found.Count > 0 ? 0 : idle + window;
            window = Math.Min(window * 2, found.Count > 0 ? timeline.Window : LargestWindow);
            start = stop;
        }
    }

    /// <summary>From the latest to the earliest.</summary>
    public IEnumerable<Moment> Before(Instant instant)
    {
        var end = Instant.Min(instant, Day(timeline.LastDate, Reach) ?? Latest);
        var start = Instant.Max(Day(timeline.FirstDate, -Reach) ?? Earliest, Earliest);
        var (window, idle) = (NearWindow, 0);
        while (end > start && idle < Cycle)
        {
            var stop = Instant.Max(end - Duration.FromDays(window), start);
            var found = timeline.Between(stop, end);
            for (var i = found.Count - 1; i >= 0; i--)
                yield return found[i];
            idle = found.Count > 0 ? 0 : idle + window;
            window = found.Count > 0 ? window : Math.Min(window * 4, LargestWindow);
            end = stop;
        }
    }

    private static Instant? Day(LocalDate? date, int plusDays) => date?.PlusDays(plusDays).AtMidnight().InUtc().ToInstant();
}
