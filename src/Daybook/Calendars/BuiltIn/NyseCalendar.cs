using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Calendars.BuiltIn;

/// <summary>New York Stock Exchange, Rule 7.2: a New Year's Day on a Saturday is not made up for. Closes that no rule foresees are dates.</summary>
internal static class NyseCalendar
{
    private static readonly LocalTime EarlyClose = new(13, 0);

    public static CalendarDefinition Definition { get; } = new("nyse", "New York Stock Exchange", "1")
    {
        Zone = "America/New_York",
        Close = new LocalTime(16, 0),
        Holidays =
        [
            Fixed("New Year's Day", 1, 1) with { Observed = Observed.SunToMon },
            new HolidayRule("Martin Luther King, Jr. Day", new NthWeekday(1, 3, IsoDayOfWeek.Monday)) { FromYear = 1998 },
            new HolidayRule("Washington's Birthday", new NthWeekday(2, 3, IsoDayOfWeek.Monday)),
            new HolidayRule("Good Friday", new EasterDate(-2)),
            new HolidayRule("Memorial Day", new NthWeekday(5, -1, IsoDayOfWeek.Monday)),
            Fixed("Juneteenth National Independence Day", 6, 19) with { FromYear = 2022 },
            Fixed("Independence Day", 7, 4),
            new HolidayRule("Labor Day", new NthWeekday(9, 1, IsoDayOfWeek.Monday)),
            new HolidayRule("Thanksgiving Day", new NthWeekday(11, 4, IsoDayOfWeek.Thursday)),
            Fixed("Christmas Day", 12, 25),
            BuiltInCalendars.On(2012, 10, 29, "Hurricane Sandy"),
            BuiltInCalendars.On(2012, 10, 30, "Hurricane Sandy"),
            BuiltInCalendars.On(2018, 12, 5, "National Day of Mourning for George H. W. Bush"),
            BuiltInCalendars.On(2025, 1, 9, "National Day of Mourning for Jimmy Carter"),
        ],
        EarlyCloses =
        [
            new EarlyCloseRule(new HolidayRule("Day before Independence Day", new FixedDate(7, 3)), EarlyClose),
            new EarlyCloseRule(new HolidayRule("Day after Thanksgiving", new NthWeekday(11, 4, IsoDayOfWeek.Thursday, 1)), EarlyClose),
            new EarlyCloseRule(new HolidayRule("Christmas Eve", new FixedDate(12, 24)), EarlyClose),
        ],
    };

    private static HolidayRule Fixed(string name, int month, int day) => new(name, new FixedDate(month, day)) { Observed = Observed.SatToFriSunToMon };
}
