using Daybook.Calendars;
using Daybook.Schedules.Dates;
using Daybook.Schedules.Policies;
using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Holds nominal dates against the business calendar of a schedule.</summary>
/// <param name="calendar">Null when the schedule names none; then every date runs.</param>
internal sealed class BusinessDates(BusinessCalendar? calendar, OnHoliday onHoliday)
{
    /// <summary>Whether a date can become another one.</summary>
    public bool Moves => calendar is not null && onHoliday is (OnHoliday.Previous or OnHoliday.Next);

    public LocalTime? EarlyCloseOn(LocalDate date) => calendar?.EarlyCloseOn(date);

    public BusinessDay Of(NominalDate nominal)
    {
        var date = nominal.Date;
        var flags = nominal.IsClamped ? Adjustments.Clamped : Adjustments.None;
        if (calendar is null)
            return new BusinessDay(date, date, flags, null);
        if (!calendar.Covers(date))
            flags |= Adjustments.CalendarHorizon;
        if (onHoliday == OnHoliday.Run || calendar.IsBusinessDate(date))
            return new BusinessDay(date, date, flags, null);
        if (onHoliday == OnHoliday.Skip)
            return new BusinessDay(date, date, flags, SkipReason.Holiday);
        return calendar.Nearest(date, onHoliday == OnHoliday.Previous ? -1 : 1) is { } moved
            ? new BusinessDay(date, moved, flags | Adjustments.Rolled | (calendar.Covers(moved) ? Adjustments.None : Adjustments.CalendarHorizon), null)
            : new BusinessDay(date, date, flags, SkipReason.NoBusinessDay);
    }
}
