using System.Text.Json;
using Daybook.Calendars;
using Daybook.Calendars.Reading;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.Calendars;

/// <summary>The calendars of the worked cases; test data, not legal advice.</summary>
internal static class SampleCalendars
{
    public static CalendarCatalog Catalog(LocalDate around) => new([
        Read("""
            {"id": "c-ny", "holidays": ["2026-01-01", "2026-01-19", "2026-02-16", "2026-04-03", "2026-05-25", "2026-06-19", "2026-07-03", "2026-09-07",
             "2026-11-26", "2026-12-25", "2027-01-01", "2027-01-18"], "early_closes": {"2026-11-27": "13:00", "2026-12-24": "13:00"}}
            """),
        Read("""
            {"id": "c-uk", "holidays": ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28", "2027-01-01"]}
            """),
        Read("""{"id": "c-gulf", "weekend": ["FR", "SA"], "holidays": ["2026-03-19", "2026-03-22"]}"""),
        Read("""
            {"id": "c-makeup", "holidays": ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-02-23"],
             "working_days": ["2026-02-14", "2026-02-28"]}
            """),
    ], around);

    public static CalendarDefinition Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var read = CalendarReader.Read(document.RootElement, TimeZoneData.Bundled);
        Assert.Empty(read.Problems);
        return read.Value!;
    }
}
