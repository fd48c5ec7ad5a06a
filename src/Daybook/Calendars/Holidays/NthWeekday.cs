using System.Text.Json;
using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>Such as the fourth Thursday of November, or with <paramref name="PlusDays"/> the day after it.</summary>
/// <param name="Nth">1 to 5, or −1 for the last, down to −5.</param>
internal sealed record NthWeekday(int Month, int Nth, IsoDayOfWeek Weekday, int PlusDays = 0) : HolidayDate
{
    public override LocalDate? In(int year) => Of(year, Month, Nth, Weekday)?.PlusDays(PlusDays);

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("month", Month);
        writer.WriteNumber("nth", Nth);
        writer.WriteString("weekday", Weekdays.ShortNameOf(Weekday));
        if (PlusDays != 0)
            writer.WriteNumber("plus_days", PlusDays);
    }

    /// <returns>Null when the month has no such day.</returns>
    public static LocalDate? Of(int year, int month, int nth, IsoDayOfWeek weekday)
    {
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        var first = 1 + (((int)weekday - (int)new LocalDate(year, month, 1).DayOfWeek + 7) % 7);
        var last = first + ((days - first) / 7 * 7);
        var day = nth > 0 ? first + ((nth - 1) * 7) : last + ((nth + 1) * 7);
        return day >= 1 && day <= days ? new LocalDate(year, month, day) : null;
    }
}
