using System.Text.Json;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Reading;
using Daybook.Schedules.TimeZones;
using Daybook.Tests.Calendars;
using NodaTime;
using NodaTime.Text;

namespace Daybook.Tests.Schedules;

/// <summary>Reads schedules from JSON as the product does.</summary>
internal static class ScheduleText
{
    public static readonly Instant Now = Instant.FromUtc(2026, 1, 1, 0, 0);

    private static readonly CalendarCatalog Calendars = SampleCalendars.Catalog(new LocalDate(2026, 1, 1));

    public static Reading<ScheduleDefinition> Read(string json, CalendarCatalog? calendars = null)
    {
        using var document = JsonDocument.Parse(json);
        return ScheduleReader.Read(document.RootElement, new ReadingContext(TimeZoneData.Bundled, calendars ?? Calendars, Now));
    }

    /// <summary>A schedule without problems; warnings are allowed.</summary>
    public static ScheduleDefinition Definition(string json, CalendarCatalog? calendars = null)
    {
        var read = Read(json, calendars);
        Assert.True(read.Value is not null, string.Join('\n', read.Problems));
        return read.Value!;
    }

    public static FireTimes Times(string json, CalendarCatalog? calendars = null, TimeZoneData? zones = null)
    {
        var schedule = Definition(json, calendars);
        return FireTimes.Of(schedule, schedule.Calendar is { } id ? (calendars ?? Calendars).Find(id) : null, zones ?? TimeZoneData.Bundled);
    }

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
