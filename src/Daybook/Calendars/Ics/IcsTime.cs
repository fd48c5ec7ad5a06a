using Daybook.Schedules.Recurrence;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Calendars.Ics;

/// <summary>A date, or a date and time in some zone.</summary>
/// <param name="Time">Null for an all-day value.</param>
/// <param name="Zone">Null for floating values and dates.</param>
internal readonly record struct IcsTime(LocalDate Date, LocalTime? Time, DateTimeZone? Zone)
{
    /// <returns>Null when the text is neither a date nor a date and time.</returns>
    public static IcsTime? Parse(string text, DateTimeZone? zone)
    {
        if (RecurrenceText.Date(text) is { } date)
            return new IcsTime(date, null, null);
        if (RecurrenceText.DateTime(text) is { } local)
            return new IcsTime(local.Date, local.TimeOfDay, zone);
        return text.EndsWith('Z') && RecurrenceText.DateTime(text[..^1]) is { } utc ? new IcsTime(utc.Date, utc.TimeOfDay, DateTimeZone.Utc) : null;
    }

    /// <summary>
    /// The zone of a TZID, by its IANA or Windows name, also behind the prefix of a program (<c>/mozilla.org/20050126_1/Europe/Berlin</c>); null when
    /// nobody knows it. Abbreviations say nothing about when clocks change, so they are unknown.
    /// </summary>
    public static DateTimeZone? ZoneOf(string id, TimeZoneData zones) =>
        ZoneNames.Find(id, zones).Zone
        ?? zones.WindowsNames.Where(name => name.Key == id).Select(name => zones.Find(name.Value)).FirstOrDefault()
        ?? (id.StartsWith('/') ? zones.Ids.Where(known => id.EndsWith("/" + known, StringComparison.Ordinal)).OrderByDescending(known => known.Length).Select(zones.Find).FirstOrDefault() : null);

    /// <summary>The reading in another zone on a date of the same series; floating times stay as they are.</summary>
    public LocalDateTime In(DateTimeZone other, LocalDate date) =>
        Zone is null ? date.At(Time ?? LocalTime.Midnight) : date.At(Time ?? LocalTime.Midnight).InZoneLeniently(Zone).WithZone(other).LocalDateTime;
}
