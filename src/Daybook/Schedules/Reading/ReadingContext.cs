using Daybook.Calendars;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Schedules.Reading;

/// <summary>What a schedule is read against.</summary>
/// <param name="Now">From when on a rule without a start must have an occurrence.</param>
internal sealed record ReadingContext(TimeZoneData Zones, CalendarCatalog Calendars, Instant Now)
{
    /// <summary>False for a body that breaks off: what is absent, and what follows from that, is no mistake of its own.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>The word for a schedule without calendar.</summary>
    public const string NoCalendar = "none";
}
