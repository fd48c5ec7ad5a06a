using Daybook.Calendars;
using NodaTime;

namespace Daybook.Schedules.Dates;

/// <param name="anchor">A date of week 0.</param>
internal sealed class WeeklyDates(Weekdays days, int every, LocalDate anchor) : DateSource
{
    private readonly LocalDate _firstMonday = Monday(anchor);

    public override IEnumerable<NominalDate> Between(LocalDate from, LocalDate to)
    {
        for (var monday = Monday(from); monday <= to; monday = monday.PlusDays(7))
        {
            if (every > 1 && Period.DaysBetween(_firstMonday, monday) / 7 % every != 0)
                continue;
            foreach (var day in days.Days)
            {
                var date = monday.PlusDays((int)day - 1);
                if (date >= from && date <= to)
                    yield return new NominalDate(date, false);
            }
        }
    }

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);
}
