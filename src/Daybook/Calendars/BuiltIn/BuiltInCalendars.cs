using System.Collections.Immutable;
using Daybook.Calendars.Holidays;
using NodaTime;

namespace Daybook.Calendars.BuiltIn;

/// <summary>The calendars that come with the program.</summary>
internal static class BuiltInCalendars
{
    public static ImmutableArray<CalendarDefinition> All { get; } =
        [UsFederalCalendar.Definition, NyseCalendar.Definition, UkCalendar.Definition, TargetCalendar.Definition];

    /// <returns>Null when there is none of that name.</returns>
    public static CalendarDefinition? Find(string id) => All.FirstOrDefault(calendar => calendar.Id == id);

    /// <summary>A holiday, or an exception, of one single date.</summary>
    internal static HolidayRule On(int year, int month, int day, string name) => new(name, new ExplicitDate(new LocalDate(year, month, day)));
}
