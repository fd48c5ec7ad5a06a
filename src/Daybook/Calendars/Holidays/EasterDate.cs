using System.Text.Json;
using NodaTime;

namespace Daybook.Calendars.Holidays;

/// <summary>Days before or after Easter Sunday: −2 is Good Friday, 1 Easter Monday.</summary>
/// <param name="IsOrthodox">By the Julian reckoning of the Eastern churches.</param>
internal sealed record EasterDate(int Days, bool IsOrthodox = false) : HolidayDate
{
    public override LocalDate? In(int year) => (IsOrthodox ? Orthodox(year) : Western(year)).PlusDays(Days);

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("easter", Days);
        if (IsOrthodox)
            writer.WriteString("church", "orthodox");
    }

    /// <summary>The anonymous Gregorian computation (Meeus, Jones, Butcher).</summary>
    public static LocalDate Western(int year)
    {
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var month = (epact + weekday - (7 * correction) + 114) / 31;
        var day = ((epact + weekday - (7 * correction) + 114) % 31) + 1;
        return new LocalDate(year, month, day);
    }

    /// <summary>Meeus's Julian computation, in the Gregorian calendar.</summary>
    public static LocalDate Orthodox(int year)
    {
        var moon = ((19 * (year % 19)) + 15) % 30;
        var weekday = ((2 * (year % 4)) + (4 * (year % 7)) - moon + 34) % 7;
        var sum = moon + weekday + 114;
        return new LocalDate(year, sum / 31, (sum % 31) + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }
}
