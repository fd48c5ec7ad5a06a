using System.Collections.Immutable;
using NodaTime;

namespace Daybook.Schedules.Cron;

/// <summary>A parsed cron expression.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Times">Every time of day it names, ascending.</param>
/// <param name="Months">Bits 1 to 12.</param>
/// <param name="NeedsBoth">A <c>+</c> before the weekday field: a date must match the day and the weekday.</param>
internal sealed record CronExpression(
    string Text, ImmutableArray<LocalTime> Times, CronTimeFields Fields, ulong Months, CronMonthDays MonthDays, CronWeekdays Weekdays, bool NeedsBoth)
{
    /// <summary>It names every hour of the day, so it follows elapsed time through both passes of a repeated hour.</summary>
    public bool Flows => Fields.Hours == CronUnit.Hour.All;

    /// <summary>Whether a date that matches the day or the weekday is enough, as in POSIX.</summary>
    public bool MatchesEither => MonthDays.IsRestricted && Weekdays.IsRestricted && !NeedsBoth;

    /// <returns>The days of one month that match, as bits 1 to 31.</returns>
    public uint DaysIn(int year, int month)
    {
        if ((Months & (1UL << month)) == 0)
            return 0;
        var (days, weekdays) = (MonthDays.In(year, month), Weekdays.In(year, month));
        return MatchesEither ? days | weekdays : days & weekdays;
    }
}
