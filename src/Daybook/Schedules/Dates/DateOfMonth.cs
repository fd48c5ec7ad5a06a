using Daybook.Calendars;
using Daybook.Calendars.Holidays;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using NodaTime;

namespace Daybook.Schedules.Dates;

/// <summary>Finds the date of a month that a rule means.</summary>
/// <param name="calendar">What business days are.</param>
internal sealed class DateOfMonth(MonthDay day, MonthEnd monthEnd, BusinessCalendar calendar)
{
    /// <returns>Null in a month without that date.</returns>
    public NominalDate? In(int year, int month) => day.Accept(new Finder(year, month, monthEnd, calendar));

    private sealed class Finder(int year, int month, MonthEnd monthEnd, BusinessCalendar calendar) : IMonthDayVisitor<NominalDate?>
    {
        private int Length => CalendarSystem.Iso.GetDaysInMonth(year, month);

        public NominalDate? Visit(DayOfMonth day)
        {
            if (day.Day < 0)
                return new NominalDate(new LocalDate(year, month, Length + 1 + day.Day), false);
            if (day.Day <= Length)
                return new NominalDate(new LocalDate(year, month, day.Day), false);
            return monthEnd == MonthEnd.Clamp ? new NominalDate(new LocalDate(year, month, Length), true) : null;
        }

        public NominalDate? Visit(NthBusinessDay day)
        {
            var (step, left) = (Math.Sign(day.Nth), Math.Abs(day.Nth));
            for (var date = new LocalDate(year, month, step > 0 ? 1 : Length); date.Month == month; date = date.PlusDays(step))
            {
                if (calendar.IsBusinessDate(date) && --left == 0)
                    return new NominalDate(date, false);
            }

            return null;
        }

        public NominalDate? Visit(WeekdayOfMonth day) =>
            NthWeekday.Of(year, month, day.Nth, day.Weekday) is { } date ? new NominalDate(date, false) : null;
    }
}
