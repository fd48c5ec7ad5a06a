using Daybook.Calendars;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>What a schedule is read against.</summary>
/// <param name="Now">From when on a rule without a start must have an occurrence.</param>
internal sealed record ReadingContext(TimeZoneData Zones, CalendarCatalog Calendars, Instant Now)
{
    /// <summary>The word for a schedule without calendar.</summary>
    public const string NoCalendar = "none";
}
