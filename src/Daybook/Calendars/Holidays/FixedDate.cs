using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>The same day of the same month; 29 February exists in leap years alone.</summary>
internal sealed record FixedDate(int Month, int Day) : HolidayDate
{
    public override LocalDate? In(int year) => Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month) ? new LocalDate(year, Month, Day) : null;

    public override void Write(Utf8JsonWriter writer) => writer.WriteString("fixed", string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}"));
}
