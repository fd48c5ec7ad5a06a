using System.Text;
using System.Text.Json;
using Daybook.Calendars.Ics;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Feed;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Running;
using Daybook.Schedules.Rules;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.SystemTests.Schedules;

/// <summary>Our calendars read by programs we did not write, and theirs by ours.</summary>
public sealed class ForeignCalendarTests
{
    /// <summary>Escapes, quotes, letters of several bytes at every place a line can be folded, and signs that a calendar must not hold.</summary>
    private static readonly string[] Names =
    [
        "Close", "Red team, daily; \"all\" \\ none", "Zeile eins\nZeile zwei\r\n, drei", new string('é', 200), "長い名前の報告書🎉" + new string('報', 90), "BEGIN:VEVENT\nUID:x", "Bell\u0007 and\ttab",
    ];

    private const int Days = 40;

    private static readonly LocalDate First = new(2026, 3, 6);

    [Fact]
    public async Task The_feed_of_due_reports_says_the_same_to_icalendar()
    {
        string[] zones = ["America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kathmandu"], times = ["06:15:00", "18:00:00"];
        var rows = zones.Select(zone => Rows(zone, times)).ToList();
        var names = rows[0].Select((row, number) => (row.ScheduleId, Name: Names[number % Names.Length])).ToDictionary(pair => pair.ScheduleId, pair => pair.Name);
        using var answer = await PythonProgram.AskAsync(
            "calendars.py", ["read"], ["icalendar", "dateutil"],
            zones.Zip(rows, (zone, row) => new { ics = ScheduleFeed.Of(row, names, row.Count), zone, times, from = FieldText.Of(First), days = Days }));
        for (var i = 0; i < zones.Length; i++)
            Check(answer.RootElement[i], rows[i], names);
    }

    [Theory]
    [InlineData("icalendar")]
    [InlineData("vobject")]
    public async Task A_calendar_that_another_program_wrote_has_the_holidays_and_closes_that_it_means(string writer)
    {
        using var written = await PythonProgram.AskAsync("calendars.py", ["write-" + writer], [writer, "dateutil"], new { });
        var options = new IcsOptions(DateTimeZoneProviders.Tzdb["America/New_York"], new LocalDate(2024, 1, 1), new LocalDate(2036, 12, 31)) { TimedEventsCloseEarly = true };
        var read = IcsReader.Read(Encoding.UTF8.GetBytes(Text(written.RootElement, "ics")), options, TimeZoneData.Bundled);
        Assert.Empty(read.Errors);
        Assert.Equal(Pairs(written, "holidays"), read.Value!.Holidays.Select(day => (FieldText.Of(day.Key), day.Value)));
        Assert.Equal(Pairs(written, "closes"), read.Value.EarlyCloses.Select(close => (FieldText.Of(close.Key), FieldText.Short(close.Value))));
    }

    private static void Check(JsonElement read, List<Occurrence> rows, Dictionary<ScheduleId, string> names)
    {
        Assert.Equal(("Due reports", "2.0", "PT1H"), (Text(read, "name"), Text(read, "version"), Text(read, "refresh")));
        Assert.Equal((0, 0), (read.GetProperty("errors").GetArrayLength(), read.GetProperty("bare").GetInt32()));
        Assert.InRange(read.GetProperty("longest").GetInt32(), 70, 75);
        var events = read.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(read.GetProperty("due").EnumerateArray().Select(at => at.GetString()), events.Select(found => Text(found, "start")));
        for (var i = 0; i < rows.Count; i++)
        {
            var isSkipped = rows[i].State == OccurrenceState.Skipped;
            Assert.Equal(($"{rows[i].Id}@daybook", Clean(names[rows[i].ScheduleId]) + (isSkipped ? " – no run" : "")), (Text(events[i], "uid"), Text(events[i], "summary")));
            Assert.Equal($"Business date {FieldText.Of(LocalDate.FromDateOnly(rows[i].BusinessDate))}, {rows[i].Zone}\n{(isSkipped ? "It does not run: it is no business day of the calendar." : "It is planned.")}", Text(events[i], "description"));
            Assert.Equal((isSkipped ? "CANCELLED" : "CONFIRMED", "TRANSPARENT", 15), (Text(events[i], "status"), Text(events[i], "transp"), events[i].GetProperty("minutes").GetInt32()));
        }
    }

    /// <summary>Forty days, over the changes of the clock in March and April, two of them a day.</summary>
    private static List<Occurrence> Rows(string zone, string[] times)
    {
        var schedule = new ScheduleDefinition(new DailyRule(1), zone) { Times = [.. times.Select(time => FieldText.Time(time)!.Value)], StartDate = First, EndDate = First.PlusDays(Days - 1) };
        return [.. FireTimes.Of(schedule, null, TimeZoneData.Bundled).Take(First.PlusDays(-2).AtMidnight().InUtc().ToInstant(), Days * times.Length).Select(Occurrence)];
    }

    private static IEnumerable<(string Date, string Value)> Pairs(JsonDocument json, string name) =>
        json.RootElement.GetProperty(name).EnumerateObject().Select(pair => (pair.Name, pair.Value.GetString()!)).OrderBy(pair => pair.Name, StringComparer.Ordinal);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>Line ends stay; other control characters are left out.</summary>
    private static string Clean(string name) => string.Concat(name.ReplaceLineEndings("\n").Where(letter => letter == '\n' || !char.IsControl(letter)));

    private static Occurrence Occurrence(PlannedOccurrence row, int number) => new()
    {
        Id = new OccurrenceId(new Guid(number, 0, 0, new byte[8])), ScheduleId = new ScheduleId(new Guid(number, 1, 0, new byte[8])), ScheduleVersion = 1, Origin = OccurrenceOrigin.Scheduled,
        NominalDate = row.NominalDate.ToDateOnly(), BusinessDate = row.BusinessDate.ToDateOnly(), Slot = row.Slot, LocalTime = row.Slot, Zone = row.Zone, UtcOffsetSeconds = row.Offset.Seconds,
        DueAt = row.At.ToDateTimeOffset(), TzdbVersion = TimeZoneData.Bundled.Version, State = number % 3 == 0 ? OccurrenceState.Skipped : OccurrenceState.Planned, Reason = number % 3 == 0 ? "holiday" : null,
        ChangedBy = "planner", StateChangedAt = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), Step = OccurrenceStep.None,
    };
}
