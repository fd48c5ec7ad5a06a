using Daybook.Calendars.Holidays;

namespace Daybook.Calendars.BuiltIn;

/// <summary>Closing days of the Eurosystem's TARGET services, as the European Central Bank fixed them for 2002 and all years after.</summary>
internal static class TargetCalendar
{
    public static CalendarDefinition Definition { get; } = new("target", "TARGET closing days", "1")
    {
        Zone = "Europe/Berlin",
        Holidays =
        [
            new HolidayRule("New Year's Day", new FixedDate(1, 1)),
            new HolidayRule("Good Friday", new EasterDate(-2)),
            new HolidayRule("Easter Monday", new EasterDate(1)),
            new HolidayRule("Labour Day", new FixedDate(5, 1)),
            new HolidayRule("Christmas Day", new FixedDate(12, 25)),
            new HolidayRule("Christmas holiday", new FixedDate(12, 26)),
        ],
    };
}
