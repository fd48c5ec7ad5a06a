using System.Text.Json;
using Daybook.Commands;
using Daybook.Tests.Schedules;

namespace Daybook.Tests.Commands;

public sealed class ScheduleNextCommandTests
{
    private const string Daily = """{"rule": {"type": "daily"}}""";

    public static TheoryData<int> WithoutCalendar =>
        [.. WorkedCase.All.Where(worked => !worked.Json.GetProperty("schedule").TryGetProperty("calendar", out _)).Select(worked => worked.Number)];

    [Theory]
    [MemberData(nameof(WithoutCalendar))]
    public async Task A_worked_case_comes_out_as_json(int number)
    {
        using var run = new CommandRun();
        var worked = WorkedCase.All[number - 1];
        Assert.Equal(ExitCode.Ok, await run.RunAsync("schedule", "next", "--rule", worked.Schedule, "--from", worked.From, "--count", "3", "--format", "json"));
        using var json = JsonDocument.Parse(run.Out);
        var running = json.RootElement.GetProperty("occurrences").EnumerateArray().Where(row => row.GetProperty("state").GetString() == "planned");
        Assert.Equal(worked.Due, running.Select(row => row.GetProperty("due_at").GetString()!));
        Assert.Equal(worked.RuleEnds, json.RootElement.GetProperty("rule_ends").GetBoolean());
    }

    [Fact]
    public async Task The_table_shows_what_runs_and_what_does_not()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.Ok, await run.RunAsync(
            "schedule", "next", "--rule", Daily, "--times", "18:00", "--zone", "America/New_York", "--calendar", "nyse", "--early-close", "follow",
            "--after-close-minutes", "30", "--from", "2026-11-24T23:30:00Z", "--count", "3"));
        Golden.Matches(run.Out.ReplaceLineEndings("\n").Replace(Daybook.Schedules.TimeZones.TimeZoneData.Bundled.Version, "VERSION", StringComparison.Ordinal), "schedule-next.txt");
    }

    [Fact]
    public async Task The_json_form_holds_every_field_of_a_row()
    {
        using var run = new CommandRun();
        run.Write("schedule.json", """{"frequency": "daily", "time": "02:30", "timezone": "America/New_York", "gap": "skip"}""");
        Assert.Equal(ExitCode.Ok, await run.RunAsync("schedule", "next", "--rule", "@schedule.json", "--from", "2026-03-07T12:00:00Z", "--count", "1", "--format", "json"));
        Golden.Matches(run.Out.ReplaceLineEndings("\n").Replace(Daybook.Schedules.TimeZones.TimeZoneData.Bundled.Version, "VERSION", StringComparison.Ordinal), "schedule-next.json");
    }

    [Fact]
    public async Task A_calendar_may_be_a_file_of_either_kind()
    {
        using var run = new CommandRun();
        run.Write("office.json", """{"id": "office", "holidays": ["2026-05-04"]}""");
        run.Write("holidays.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260504\r\nSUMMARY:Fair\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        foreach (var file in new[] { "office.json", "holidays.ics" })
        {
            Assert.Equal(ExitCode.Ok, await run.RunAsync(
                "schedule", "next", "--rule", Daily, "--times", "18:00", "--zone", "UTC", "--calendar", file, "--from", "2026-05-03T20:00:00Z", "--count", "1", "--format", "json"));
            using var json = JsonDocument.Parse(run.Out);
            Assert.Equal(
                ["2026-05-04 holiday", "2026-05-05 "],
                json.RootElement.GetProperty("occurrences").EnumerateArray().Select(row => $"{row.GetProperty("business_date").GetString()} {row.GetProperty("reason").GetString()}"));
        }
    }

    [Theory]
    [InlineData(ExitCode.Usage, "--count: '0' is not a number from 1 to 366", "--count", "0")]
    [InlineData(ExitCode.Usage, "--count: 'many' is not a number from 1 to 366", "--count", "many")]
    [InlineData(ExitCode.Usage, "--format: 'jsn' is no format; did you mean 'json'?", "--format", "jsn")]
    [InlineData(ExitCode.Usage, "there is no option '--tims' here; did you mean '--times'?", "--tims", "18:00")]
    [InlineData(ExitCode.Usage, "--from: 'yesterday' is not an instant", "--from", "yesterday")]
    [InlineData(ExitCode.InvalidInput, "zone: there is no time zone 'Mars'", "--zone", "Mars")]
    [InlineData(ExitCode.InvalidInput, "times[0]: '25:00' is not a time of day", "--times", "25:00")]
    [InlineData(ExitCode.InvalidInput, "end_date: 2026-01-01 lies before", "--start-date", "2026-02-01", "--end-date", "2026-01-01")]
    [InlineData(ExitCode.InvalidInput, "--calendar: weekend: 'XX'", "--calendar", "wrong.json")]
    [InlineData(ExitCode.InvalidInput, "--calendar: line 1, column 2: } is wanted, which closes the { of line 1, column 1, and there is ']'", "--calendar", "broken.json")]
    [InlineData(ExitCode.InvalidInput, "--calendar: list.json holds no calendar", "--calendar", "list.json")]
    [InlineData(ExitCode.InvalidInput, "no ICS calendar", "--calendar", "broken.ics")]
    [InlineData(ExitCode.DataError, "no built-in calendar of that name; did you mean 'nyse'?", "--calendar", "nysee")]
    [InlineData(ExitCode.DataError, "is not NodaTime time-zone data", "--tzdb", "wrong.json")]
    public async Task A_wrong_input_is_named(int exitCode, string message, params string[] options)
    {
        using var run = new CommandRun();
        run.Write("wrong.json", """{"id": "wrong", "weekend": "XX"}""");
        run.Write("broken.json", "{]");
        run.Write("list.json", "[]");
        run.Write("broken.ics", "hello");
        string[] rest = [.. options.Contains("--times") ? [] : new[] { "--times", "18:00" }, .. options.Contains("--zone") ? [] : new[] { "--zone", "UTC" }];
        Assert.Equal(exitCode, await run.RunAsync(["schedule", "next", "--rule", Daily, .. rest, .. options]));
        Assert.Contains(message, run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.Usage, await run.RunAsync(
            "schedule", "next", "--rule", """{"type": "weekly", "days": ["SA"]}""", "--times", "close", "--zone", "Mars", "--calendar", "nysee", "--from", "yesterday", "--count", "0", "--on-holiday", "previous"));
        Assert.Equal(
            ["zone", "--from", "--count", "--calendar"],
            run.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[1]));
    }

    [Fact]
    public async Task What_is_wrong_with_a_rule_is_told_beside_what_keeps_it_from_being_json()
    {
        using var run = new CommandRun();
        run.Write("office.json", """{"id": "office", "weekend": ["SX"], "holidays": ["2026-02-30",], "early_closes": [{"fixed": "12-24" """);
        Assert.Equal(ExitCode.Usage, await run.RunAsync(
            "schedule", "next", "--rule", """{"type": "weekly", "days": ["MO" "FX"], "every": 0, "times": ["25:00"],""", "--zone", "Europe/Amsterdm", "--calendar", "office.json", "--from", "2026-05-04"));
        Golden.Matches(run.Talk.ReplaceLineEndings("\n"), "schedule-next-mistakes.txt");
    }

    [Fact]
    public async Task What_a_broken_rule_may_have_gone_on_to_say_is_not_called_missing()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.InvalidInput, await run.RunAsync("schedule", "next", "--rule", """{"rule": {"type": "monthly", "on": "business_day", """, "--on-holiday", "next"));
        Assert.Equal("error: --rule: line 1, column 52: the text ends, and the { of line 1, column 10 is still open (write } at its end)", run.Talk.Trim());
    }

    [Fact]
    public async Task A_rule_of_an_unknown_type_is_told_nothing_about_the_fields_of_rules()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.InvalidInput, await run.RunAsync("schedule", "next", "--rule", """{"type": "weekli", "days": ["MO"], "every": 2, "evry": 3}""", "--times", "18:00", "--zone", "UTC"));
        Assert.Equal(["type", "evry"], run.Talk.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ")[1]));
    }

    [Theory]
    [InlineData("""{"rule": {"type": "daily"}, "end_date": "2020-05-01"}""")]
    [InlineData("""{"rule": {"type": "daily"}, "start_date": "2019-05-01", "end_date": "2020-05-01"}""")]
    [InlineData("""{"rule": {"type": "rrule", "rrule": "FREQ=DAILY;UNTIL=20200501", "dtstart": "2019-01-01"}}""")]
    [InlineData("""{"rule": {"type": "rrule", "rrule": "FREQ=DAILY;COUNT=5", "dtstart": "2019-01-01"}}""")]
    public async Task A_rule_that_is_over_has_no_occurrences_and_says_so(string rule)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.Ok, await run.RunAsync("schedule", "next", "--rule", rule, "--times", "18:00", "--zone", "UTC", "--from", "2026-05-01T00:00:00Z", "--format", "json"));
        using var json = JsonDocument.Parse(run.Out);
        Assert.True(json.RootElement.GetProperty("rule_ends").GetBoolean());
        Assert.Equal(0, json.RootElement.GetProperty("occurrences").GetArrayLength());
        Assert.Contains("nothing falls due any more", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_file_that_is_not_there_is_named()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.DataError, await run.RunAsync("schedule", "next", "--rule", "@none.json", "--zone", "UTC"));
        Assert.Contains("--rule: there is no file 'none.json'", run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{bad", "--rule: line 1, column 5: the text ends before the value of 'bad'")]
    [InlineData("", "--rule: an object is wanted (write it such as")]
    [InlineData("7", "--rule: an object is wanted")]
    [InlineData("""{"type": "daily", "type": "weekly"}""", "'type' stands twice")]
    public async Task A_rule_that_is_no_json_object_is_named(string rule, string message)
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.InvalidInput, await run.RunAsync("schedule", "next", "--rule", rule, "--zone", "UTC"));
        Assert.Contains(message, run.Talk, StringComparison.Ordinal);
    }
}
