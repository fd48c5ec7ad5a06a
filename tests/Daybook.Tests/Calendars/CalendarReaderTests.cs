using System.Text.Json;
using Daybook.Calendars.Reading;
using Daybook.Schedules.TimeZones;

namespace Daybook.Tests.Calendars;

public sealed class CalendarReaderTests
{
    [Fact]
    public void Every_problem_of_a_calendar_is_reported_at_once_with_its_path()
    {
        using var json = JsonDocument.Parse("""
            {
              "id": "my calendar", "zone": "GMT+1", "weekend": ["FR", "SAT", "Funday"], "weekend_changes": [{"days": ["MO"]}],
              "holidays": ["2026-02-30", {"fixed": "13-01"}, {"month": 13, "nth": 0, "weekday": "XX"}, {"easter": 1, "church": "northern"},
                {"name": "nothing"}, {"date": "2026-01-01", "observed": "monday"}, {"fixed": "12-25", "from_year": 2030, "to_year": 2020}, 7],
              "working_days": ["Saturday"], "close": "25:00", "early_closes": {"2026-13-01": "13:00", "2026-12-24": "1pm"}, "holyday": []
            }
            """);
        var read = CalendarReader.Read(json.RootElement, TimeZoneData.Bundled);
        Assert.Null(read.Value);
        Golden.Matches(string.Join('\n', read.Problems) + "\n", "calendar-problems.txt");
    }

    [Fact]
    public void The_version_changes_with_the_contents_unless_it_is_stated()
    {
        Assert.NotEqual(SampleCalendars.Read("""{"id": "x"}""").Version, SampleCalendars.Read("""{"id": "x", "holidays": ["2026-01-01"]}""").Version);
        Assert.Equal("7", SampleCalendars.Read("""{"id": "x", "version": "7"}""").Version);
    }
}
