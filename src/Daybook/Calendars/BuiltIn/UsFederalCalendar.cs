using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Calendars.BuiltIn;

/// <summary>
/// The holidays of United States federal law (5 U.S.C. 6103). Inauguration Day, which holds around Washington alone, and days that a president
/// gave off by executive order are not among them.
/// </summary>
internal static class UsFederalCalendar
{
    public static CalendarDefinition Definition { get; } = new("us-federal", "US federal holidays", "1")
    {
        Zone = "America/New_York",
        Holidays =
        [
            Fixed("New Year's Day", 1, 1),
            new HolidayRule("Birthday of Martin Luther King, Jr.", new NthWeekday(1, 3, IsoDayOfWeek.Monday)) { FromYear = 1986 },
            new HolidayRule("Washington's Birthday", new NthWeekday(2, 3, IsoDayOfWeek.Monday)),
            new HolidayRule("Memorial Day", new NthWeekday(5, -1, IsoDayOfWeek.Monday)),
            Fixed("Juneteenth National Independence Day", 6, 19) with { FromYear = 2021 },
            Fixed("Independence Day", 7, 4),
            new HolidayRule("Labor Day", new NthWeekday(9, 1, IsoDayOfWeek.Monday)),
            new HolidayRule("Columbus Day", new NthWeekday(10, 2, IsoDayOfWeek.Monday)),
            Fixed("Veterans Day", 11, 11),
            new HolidayRule("Thanksgiving Day", new NthWeekday(11, 4, IsoDayOfWeek.Thursday)),
            Fixed("Christmas Day", 12, 25),
        ],
    };

    private static HolidayRule Fixed(string name, int month, int day) => new(name, new FixedDate(month, day)) { Observed = Observed.SatToFriSunToMon };
}
