using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Calendars.BuiltIn;

/// <summary>Bank holidays of England and Wales, with substitute days, and the years in which one was moved or added.</summary>
internal static class UkCalendar
{
    private const string EarlyMay = "Early May bank holiday", Spring = "Spring bank holiday";

    public static CalendarDefinition Definition { get; } = new("uk", "Bank holidays in England and Wales", "1")
    {
        Zone = "Europe/London",
        Holidays =
        [
            Fixed("New Year's Day", 1, 1),
            new HolidayRule("Good Friday", new EasterDate(-2)),
            new HolidayRule("Easter Monday", new EasterDate(1)),
            new HolidayRule(EarlyMay, new NthWeekday(5, 1, IsoDayOfWeek.Monday)) { FromYear = 1978, ToYear = 2019 },
            BuiltInCalendars.On(2020, 5, 8, EarlyMay + " (VE day)"),
            new HolidayRule(EarlyMay, new NthWeekday(5, 1, IsoDayOfWeek.Monday)) { FromYear = 2021 },
            new HolidayRule(Spring, new NthWeekday(5, -1, IsoDayOfWeek.Monday)) { FromYear = 2013, ToYear = 2021 },
            BuiltInCalendars.On(2022, 6, 2, Spring),
            BuiltInCalendars.On(2022, 6, 3, "Platinum Jubilee"),
            new HolidayRule(Spring, new NthWeekday(5, -1, IsoDayOfWeek.Monday)) { FromYear = 2023 },
            new HolidayRule("Summer bank holiday", new NthWeekday(8, -1, IsoDayOfWeek.Monday)),
            BuiltInCalendars.On(2022, 9, 19, "State funeral of Queen Elizabeth II"),
            BuiltInCalendars.On(2023, 5, 8, "Coronation of King Charles III"),
            Fixed("Christmas Day", 12, 25),
            Fixed("Boxing Day", 12, 26),
        ],
    };

    private static HolidayRule Fixed(string name, int month, int day) => new(name, new FixedDate(month, day)) { Observed = Observed.NextBusinessDay };
}
