using NodaTime;

namespace Daybook.Schedules.Recurrence;

/// <summary>The dates of a period that match the BY parts of a rule; what those leave open comes from DTSTART.</summary>
internal sealed class RecurrenceFilter
{
    private readonly RecurrenceRule _rule;

    /// <summary>Bit n is month n.</summary>
    private readonly int _months;

    /// <summary>Bit n is day n.</summary>
    private readonly uint _monthDays;

    /// <summary>Bit n is the n-th day from the end.</summary>
    private readonly uint _monthDaysFromEnd;

    /// <summary>Bit n is weekday n of ISO 8601.</summary>
    private readonly int _weekdays;

    private readonly RecurrenceDay[] _nth;

    public RecurrenceFilter(RecurrenceRule rule, LocalDate start)
    {
        _rule = rule;
        var isOpen = rule.MonthDays.IsEmpty && rule.Days.IsEmpty;
        _months = rule.Months.Aggregate(0, (bits, month) => bits | (1 << month));
        if (_months == 0)
            _months = isOpen && rule.Frequency == Frequency.Yearly ? 1 << start.Month : 0b1_1111_1111_1110;
        foreach (var day in rule.MonthDays)
            (_monthDays, _monthDaysFromEnd) = day > 0 ? (_monthDays | (1u << day), _monthDaysFromEnd) : (_monthDays, _monthDaysFromEnd | (1u << -day));
        if (isOpen && rule.Frequency is (Frequency.Monthly or Frequency.Yearly))
            _monthDays = 1u << start.Day;
        _weekdays = rule.Days.Where(day => day.Nth == 0).Aggregate(0, (bits, day) => bits | (1 << (int)day.Weekday));
        if (isOpen && rule.Frequency == Frequency.Weekly)
            _weekdays = 1 << (int)start.DayOfWeek;
        _nth = [.. rule.Days.Where(day => day.Nth != 0)];
    }

    /// <summary>Ascending.</summary>
    public IEnumerable<LocalDate> Matching(LocalDate first, int length)
    {
        for (var step = 0; step < length;)
        {
            var date = first.PlusDays(step);
            var inMonth = CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month);
            if ((_months & (1 << date.Month)) == 0)
            {
                step += inMonth - date.Day + 1;
                continue;
            }

            if (MatchesMonthDay(date.Day, inMonth) && MatchesWeekday(date, inMonth))
                yield return date;
            step++;
        }
    }

    private bool MatchesMonthDay(int day, int inMonth) =>
        (_monthDays | _monthDaysFromEnd) == 0 || (_monthDays & (1u << day)) != 0 || (_monthDaysFromEnd & (1u << (inMonth + 1 - day))) != 0;

    private bool MatchesWeekday(LocalDate date, int inMonth)
    {
        if (_weekdays == 0 && _nth.Length == 0)
            return true;
        if ((_weekdays & (1 << (int)date.DayOfWeek)) != 0)
            return true;

        // In a yearly rule without BYMONTH, ordinals count through the year.
        var (day, length) = _rule.Frequency == Frequency.Yearly && _rule.Months.IsEmpty
            ? (date.DayOfYear, CalendarSystem.Iso.GetDaysInYear(date.Year))
            : (date.Day, inMonth);
        var (fromStart, fromEnd) = (((day - 1) / 7) + 1, -(((length - day) / 7) + 1));
        return Array.Exists(_nth, nth => nth.Weekday == date.DayOfWeek && (nth.Nth == fromStart || nth.Nth == fromEnd));
    }
}
