using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Schedules.Words;
using NodaTime;

namespace Daybook.Tests.Schedules;

public sealed class ScheduleReaderTests
{
    /// <summary>One body a line; blank lines are for the eye.</summary>
    private const string Wrong = """
        {}
        []
        {"rule": {"type": "dayly"}, "times": ["18:00"], "zone": "UTC"}
        {"rule": {"type": "daily", "every": 0}, "times": ["25:00", "24:00", "6pm", "18:00", "18:00"], "zone": "Mars/Olympus", "gap": "later"}
        {"rule": {"type": "daily", "every": 3}, "times": ["18:00"], "zone": "UTC"}
        {"rule": {"type": "weekly"}, "times": [], "zone": "UTC"}
        {"rule": {"type": "weekly", "days": ["MO", "Someday", 3]}, "zone": "UTC"}
        {"rule": {"type": "monthly", "day": 32}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "monthly", "on": "weekday", "nth": 0, "weekday": "MOO"}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "monthly", "on": "lastt"}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "yearly", "month": 2, "on": "day", "day": 31}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "yearly", "month": 13, "day": 1}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "cron", "expr": "0 18 31 2 *"}, "zone": "UTC"}
        {"rule": {"type": "cron", "expr": "0 18 * * *"}, "times": ["18:00"], "zone": "UTC"}
        {"rule": {"type": "cron", "expr": "* * * * *"}, "zone": "UTC"}
        {"rule": {"type": "cron", "expr": "@reboot"}, "zone": "UTC"}
        {"rule": {"type": "cron", "expr": "@every 10x"}, "zone": "UTC"}
        {"rule": {"type": "rrule", "rrule": "FREQ=HOURLY", "dtstart": "2026-01-01"}, "zone": "UTC"}
        {"rule": {"type": "rrule", "rrule": "FREQ=DAILY;UNTIL=20250101", "dtstart": "soon", "exdate": ["x"]}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "rrule", "rrule": "FREQ=DAILY;UNTIL=20250101", "dtstart": "2026-01-01"}, "times": "18:00", "zone": "UTC"}
        {"rule": {"type": "interval", "every": "P1D", "window": "08:00"}, "zone": "UTC"}
        {"rule": {"type": "interval", "every": "PT1M", "anchor": "noon"}, "zone": "UTC"}
        {"rule": {"type": "interval", "every": "PT1H"}, "zone": "UTC", "calendar": "c-ny", "on_holiday": "previous"}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "start_date": "2026-05-02", "end_date": "2026-05-01"}
        {"rule": {"type": "daily"}, "times": ["18:00", "18:02"], "zone": "UTC"}
        {"rule": {"type": "daily"}, "times": ["23:59", "00:01"], "zone": "UTC"}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "calendar": "c-nyc", "on_holiday": "skip"}
        {"rule": {"type": "daily"}, "times": ["close"], "zone": "UTC", "calendar": "c-ny"}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "early_close": "follow"}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "period": "shift:nite", "shifts": {"night": "22:00-06:00", "none": "06:00"}}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "period": "rolling:1d"}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "start_deadline": "PT1M", "catch_up_cap": 0, "prepare_lead": "PT-5M", "misfire": "never"}
        {"rule": {"type": "weekly", "days": ["SA"]}, "times": ["18:00"], "zone": "UTC", "calendar": "c-ny"}
        {"frequency": "hourly", "time": "18:00", "timezone": "UTC"}
        {"frequency": "weekly", "time": "18:00", "times": ["19:00"], "timezone": "UTC", "zone": "Europe/London", "days_of_week": []}
        {"frequency": "monthly", "timezone": "EST", "day_of_month": 0}
        {"frequency": "hourly"}
        {"frequency": "yearly", "time": "25:00", "timezone": "EST", "days_of_week": ["XX"], "day_of_month": 40}
        {"frequency": "daily", "time": "09:00", "days_of_week": ["MO"], "day_of_month": 3}
        {"frequency": "daily", "rule": {"type": "weekly", "days": ["MO"]}, "time": "09:00"}
        {"frequency": 3, "time": 900, "timezone": []}
        {"rule": {"type": "monthly", "on": "friday", "day": 3}, "times": ["18:00"], "zone": "UTC"}
        {"rule": {"type": "rrule", "rrule": "FREQ=HOURLY;BYDAY=XX;COUNT=0;FOO=1"}, "times": ["18:00"], "zone": "UTC"}
        {"rule": {"type": "rrule", "rrule": "INTERVAL=0;BYMONTH=13;BYMONTHDAY=32;BYSETPOS=0", "dtstart": "2026-01-01"}, "times": ["18:00"], "zone": "UTC"}
        {"rule": {"type": "interval", "every": "P1M", "window": 5}, "times": ["18:00"], "zone": "UTC", "on_holiday": "previous"}
        {"rule": {"type": "cron", "expr": "0 18 * *"}, "times": ["18:00"], "zone": "UTC", "on_holiday": "next"}
        {"rule": {"type": "daily", "every": "2"}, "times": "18:00,19:00", "zone": "UTC", "after_close_minutes": true}
        {"rule": {"type": "weekly"}, "zone": "UTC", "early_close": "follow"}
        {"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "period": "shift:night", "shifts": {"night": "22-06", "day": 5}}
        """;

    [Fact]
    public void Every_problem_is_reported_at_once_with_its_path_and_advice()
    {
        var page = new System.Text.StringBuilder();
        foreach (var body in Wrong.Split('\n'))
        {
            var read = ScheduleText.Read(body);
            Assert.Null(read.Value);
            page.Append(body).Append('\n');
            foreach (var problem in read.Problems)
                page.Append("    ").Append(problem).Append('\n');
        }

        Golden.Matches(page.ToString(), "schedule-problems.txt");
    }

    [Fact]
    public void Dates_are_held_against_each_other_also_where_there_is_no_rule() => Assert.Equal(
        ["frequency", "end_date"],
        ScheduleText.Read("""{"frequency": "hourly", "time": "18:00", "start_date": "2026-12-05", "end_date": "2026-12-01"}""").Problems.Select(problem => problem.Path));

    [Theory]
    [InlineData("""{"rule": {"type": "daily", "every": 2}}""")]
    [InlineData("""{"rule": {"daily": {"every": 2}}}""")]
    [InlineData("""{"type": "daily", "every": 2}""")]
    [InlineData("""{"daily": {"every": 2}}""")]
    public void A_rule_may_be_written_in_four_ways(string rule) =>
        Assert.Equal(new DailyRule(2), ScheduleText.Definition(rule[..^1] + """, "times": "18:00", "zone": "UTC", "start_date": "2026-01-01"}""").Rule);

    [Theory]
    [InlineData("""{"frequency": "daily", "time": "18:00"}""", "every day at 18:00 in UTC")]
    [InlineData("""{"frequency": "weekly", "time": "09:00", "timezone": "America/New_York"}""", "every Monday at 09:00 in America/New_York")]
    [InlineData("""{"frequency": "weekly", "time": "09:00", "days_of_week": ["Friday", "TU"]}""", "every Tuesday and Friday at 09:00 in UTC")]
    [InlineData("""{"frequency": "monthly", "time": "09:00"}""", "on the 1st of every month at 09:00 in UTC")]
    [InlineData("""{"frequency": "monthly", "time": "09:00", "day_of_month": "last"}""", "on the last day of every month at 09:00 in UTC")]
    [InlineData("""{"frequency": "monthly", "time": "09:00", "day_of_month": 31}""", "on the 31st of every month at 09:00 in UTC, on the last day of months that are shorter")]
    public void The_short_form_maps_onto_rules(string body, string words) => Assert.Equal(words, ScheduleWords.Of(ScheduleText.Definition(body), null));

    [Theory]
    [InlineData("""{"rule": {"type": "weekly", "days": ["MO", "TU", "WE", "TH", "FR"]}, "times": ["18:00"], "zone": "UTC"}""", "Monday to Friday at 18:00 in UTC")]
    [InlineData("""{"rule": {"type": "weekly", "days": ["MO", "TU", "WE", "TH", "FR"], "every": 2}, "start_date": "2026-01-05", "times": ["18:00"], "zone": "UTC"}""", "every second week from Monday to Friday at 18:00 in UTC, from 2026-01-05")]
    [InlineData("""{"rule": {"type": "monthly", "day": 30}, "month_end": "skip", "times": ["18:00"], "zone": "UTC"}""", "on the 30th of every month at 18:00 in UTC, not in months that are shorter")]
    [InlineData("""{"rule": {"type": "monthly", "day": -2}, "times": ["18:00"], "zone": "UTC"}""", "on the second to last day of every month at 18:00 in UTC")]
    [InlineData("""{"rule": {"type": "yearly", "month": 2, "day": 29}, "month_end": "skip", "times": ["18:00"], "zone": "UTC"}""", "on the 29th of February every year at 18:00 in UTC, not in years that lack it")]
    [InlineData("""{"rule": {"type": "rrule", "rrule": "FREQ=WEEKLY;BYDAY=TU,SU", "dtstart": "2026-01-06"}, "times": ["09:00"], "zone": "UTC"}""", "every Tuesday and Sunday at 09:00 in UTC, beginning 2026-01-06")]
    [InlineData("""{"rule": {"type": "rrule", "rrule": "FREQ=WEEKLY;INTERVAL=2;COUNT=4", "dtstart": "2099-01-05"}, "times": ["09:00"], "zone": "UTC"}""", "every second week on Monday at 09:00 in UTC, beginning 2099-01-05, 4 times in all")]
    [InlineData("""{"rule": {"type": "interval", "every": "PT30M"}, "zone": "UTC"}""", "every 30 minutes in UTC, counted from midnight UTC")]
    [InlineData("""{"rule": {"type": "interval", "every": "PT7H", "anchor": "2026-01-01T00:30:00Z", "window": "22:00-08:00"}, "zone": "UTC"}""", "every 7 hours between 22:00 and 08:00 in UTC, counted from 2026-01-01T00:30:00Z")]
    public void A_rule_is_said_as_a_person_would(string body, string words) => Assert.Equal(words, ScheduleWords.Of(ScheduleText.Definition(body), null));

    [Theory]
    [InlineData("misfire", "all", "run_all")]
    [InlineData("concurrency", "queue", "queue_one")]
    [InlineData("on_holiday", "preivous", "previous")]
    public void A_word_that_is_nearly_one_of_those_that_are_known_is_told(string field, string word, string meant) =>
        Assert.Contains($"did you mean '{meant}'?", Assert.Single(ScheduleText.Read($$"""{"frequency": "daily", "time": "18:00", "{{field}}": "{{word}}"}""").Problems, problem => problem.Path == field).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Defaults_are_those_of_the_reference()
    {
        var schedule = ScheduleText.Definition("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC"}""");
        Assert.Equal((OnHoliday.Run, GapPolicy.End, OverlapPolicy.First, MonthEnd.Clamp), (schedule.OnHoliday, schedule.Gap, schedule.Overlap, schedule.MonthEnd));
        Assert.Equal((EarlyClose.Ignore, 0, ReportDate.Same), (schedule.EarlyClose, schedule.AfterClose, schedule.ReportDate));
        Assert.Equal((Misfire.RunLatest, 31, Concurrency.QueueOne), (schedule.Misfire, schedule.CatchUpCap, schedule.Concurrency));
        Assert.Equal((Duration.Zero, Duration.Zero, Duration.FromMinutes(5)), (schedule.PrepareLead, schedule.JitterMax, schedule.MinSpacing));
        Assert.IsType<SincePrevious>(schedule.Period);
        Assert.Null(schedule.StartDeadline);
        Assert.Equal(OnHoliday.Skip, ScheduleText.Definition("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "calendar": "c-ny"}""").OnHoliday);
    }

    [Fact]
    public void Fields_of_the_caller_are_left_to_it()
    {
        using var body = System.Text.Json.JsonDocument.Parse("""{"frequency": "daily", "time": "18:00", "template_id": "x", "naem": "y"}""");
        var context = new Daybook.Schedules.Reading.ReadingContext(Daybook.Schedules.TimeZones.TimeZoneData.Bundled, Calendars.SampleCalendars.Catalog(new LocalDate(2026, 1, 1)), ScheduleText.Now);
        var read = Daybook.Schedules.Reading.ScheduleReader.Read(body.RootElement, context, "template_id", "name");
        Assert.Equal("naem", Assert.Single(read.Errors).Path);
    }

    [Fact]
    public void A_smaller_spacing_may_be_allowed() =>
        Assert.Empty(ScheduleText.Read("""{"rule": {"type": "cron", "expr": "* * * * *"}, "zone": "UTC", "min_spacing": "PT1M"}""").Problems);
}
