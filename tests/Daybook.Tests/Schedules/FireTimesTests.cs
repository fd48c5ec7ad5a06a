using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules;
using Daybook.Schedules.Occurrences;
using NodaTime;

namespace Daybook.Tests.Schedules;

public sealed class FireTimesTests
{
    private static readonly CalendarCatalog BuiltIn = CalendarCatalog.BuiltIn(new LocalDate(2026, 1, 1));

    [Fact]
    public void Periods_follow_one_another_without_holes_across_weekends_and_holidays()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["09:00", "18:00"], "zone": "America/New_York", "calendar": "c-ny"}""");
        var running = times.Take(ScheduleText.At("2026-03-05T00:00:00Z"), 60).Where(occurrence => occurrence.Period is not null).ToList();
        Assert.Equal(ScheduleText.At("2026-03-04T23:00:00Z"), running[0].Period!.Value.Start);
        Assert.All(running.Zip(running.Skip(1)), pair => Assert.Equal(pair.First.Period!.Value.End, pair.Second.Period!.Value.Start));
        Assert.All(running, occurrence => Assert.Equal(occurrence.DueAt, occurrence.Period!.Value.End));
    }

    [Fact]
    public void The_first_report_of_a_schedule_covers_a_whole_period_too()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "weekly", "days": ["FR"]}, "times": ["18:00"], "zone": "UTC", "start_date": "2026-05-01"}""");
        var first = times.Next(ScheduleText.At("2026-01-01T00:00:00Z"))!;
        Assert.Equal((ScheduleText.At("2026-04-24T18:00:00Z"), ScheduleText.At("2026-05-01T18:00:00Z")), (first.Period!.Value.Start, first.Period.Value.End));
    }

    [Fact]
    public void The_first_report_of_a_rule_that_knows_nothing_earlier_starts_with_its_day()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "rrule", "rrule": "FREQ=DAILY", "dtstart": "2026-05-01"}, "times": ["18:00"], "zone": "Europe/Madrid"}""");
        Assert.Equal(ScheduleText.At("2026-04-30T22:00:00Z"), times.Next(ScheduleText.At("2026-01-01T00:00:00Z"))!.Period!.Value.Start);
    }

    [Theory]
    [InlineData("local_day", "same", "18:00", "2026-03-08T05:00:00Z", "2026-03-08T22:00:00Z")]
    [InlineData("local_day", "previous_day", "01:00", "2026-03-07T05:00:00Z", "2026-03-08T05:00:00Z")]
    [InlineData("rolling:PT24H", "same", "18:00", "2026-03-07T22:00:00Z", "2026-03-08T22:00:00Z")]
    [InlineData("rolling:P1W", "same", "18:00", "2026-03-01T22:00:00Z", "2026-03-08T22:00:00Z")]
    [InlineData("shift:night", "same", "18:00", "2026-03-08T03:00:00Z", "2026-03-08T10:00:00Z")]
    [InlineData("shift:day", "same", "18:00", "2026-03-08T10:00:00Z", "2026-03-08T18:00:00Z")]
    [InlineData("shift:whole", "same", "18:00", "2026-03-07T12:00:00Z", "2026-03-08T11:00:00Z")]
    [InlineData("shift:day", "same", "12:00", "2026-03-08T10:00:00Z", "2026-03-08T16:00:00Z")]
    public void A_period_is_the_one_that_was_asked_for_and_never_reaches_past_the_due_moment(string period, string reportDate, string time, string start, string end)
    {
        var times = ScheduleText.Times($$$"""
            {"rule": {"type": "daily"}, "times": ["{{{time}}}"], "zone": "America/New_York", "period": "{{{period}}}", "report_date": "{{{reportDate}}}",
             "shifts": {"night": "22:00-06:00", "day": {"start": "06:00", "end": "14:00"}, "whole": "07:00-07:00"}}
            """);
        var occurrence = times.Next(ScheduleText.At("2026-03-08T04:59:00Z"))!;
        Assert.Equal(new LocalDate(2026, 3, 8), occurrence.BusinessDate);
        Assert.Equal((start, end), (FieldText.Of(occurrence.Period!.Value.Start), FieldText.Of(occurrence.Period.Value.End)));
    }

    [Theory]
    [InlineData("same", "2026-07-06")]
    [InlineData("previous_day", "2026-07-05")]
    [InlineData("previous_business_day", "2026-07-02")]
    public void The_report_date_follows_from_the_business_date(string reportDate, string expected)
    {
        var times = ScheduleText.Times($$"""{"rule": {"type": "daily"}, "times": ["00:30"], "zone": "America/New_York", "calendar": "c-ny", "report_date": "{{reportDate}}"}""");
        var occurrence = times.Next(ScheduleText.At("2026-07-03T12:00:00Z"))!;
        Assert.Equal(("2026-07-06", expected), (FieldText.Of(occurrence.BusinessDate), FieldText.Of(occurrence.ReportDate)));
    }

    [Fact]
    public void Generation_may_start_ahead_and_is_spread_by_the_schedule_alone()
    {
        var schedule = ScheduleText.Definition("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "prepare_lead": "PT10M", "jitter_max": "PT4M"}""");
        PlannedOccurrence First(string id) => FireTimes.Of(schedule, null, Daybook.Schedules.TimeZones.TimeZoneData.Bundled, id).Next(ScheduleText.At("2026-05-01T00:00:00Z"))!;
        var delays = Enumerable.Range(0, 200).Select(number => First($"schedule-{number}").RunAt!.Value - ScheduleText.At("2026-05-01T17:50:00Z")).ToList();
        Assert.All(delays, delay => Assert.InRange(delay, Duration.Zero, Duration.FromMinutes(4)));
        Assert.True(delays.Distinct().Count() > 100);
        Assert.Equal(First("a").RunAt, First("a").RunAt);
        Assert.Equal(First("a").DueAt, First("b").DueAt);

        // The first eight bytes of SHA-256("a") are ca978112ca1bbdca.
        Assert.Equal(Duration.FromSeconds((long)(0xca978112ca1bbdcaUL % 241)), First("a").RunAt!.Value - ScheduleText.At("2026-05-01T17:50:00Z"));
    }

    [Fact]
    public void The_start_deadline_is_the_next_occurrence_unless_it_is_stated()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "rrule", "rrule": "FREQ=DAILY;COUNT=2", "dtstart": "2026-05-01"}, "times": ["18:00"], "zone": "UTC"}""");
        Assert.Equal(
            [ScheduleText.At("2026-05-02T18:00:00Z"), null],
            times.Take(ScheduleText.At("2026-01-01T00:00:00Z"), 2).Select(occurrence => occurrence.StartDeadline));
        var stated = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "start_deadline": "PT2H"}""");
        Assert.Equal(ScheduleText.At("2026-05-01T20:00:00Z"), stated.Next(ScheduleText.At("2026-05-01T00:00:00Z"))!.StartDeadline);
    }

    [Fact]
    public void The_start_deadline_is_never_below_five_minutes()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["02:00", "03:01"], "zone": "America/New_York"}""");
        var first = times.Next(ScheduleText.At("2026-03-08T05:00:00Z"))!;
        Assert.Equal(first.DueAt + Duration.FromMinutes(5), first.StartDeadline);
    }

    [Theory]
    [InlineData("Pacific/Apia", "2011-12-30")]
    [InlineData("Pacific/Kwajalein", "1993-08-21")]
    public void A_date_that_a_zone_left_out_is_missing_whatever_the_gap_policy(string zone, string date)
    {
        var missing = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;
        foreach (var gap in new[] { "end", "shift", "skip" })
        {
            var times = ScheduleText.Times($$"""{"rule": {"type": "daily"}, "times": ["00:00", "12:00", "23:50"], "zone": "{{zone}}", "gap": "{{gap}}"}""");
            var rows = times.Between(missing.PlusDays(-2).AtMidnight().InUtc().ToInstant(), missing.PlusDays(4).AtMidnight().InUtc().ToInstant());
            Assert.Equal(3, rows.Count(row => row.NominalDate == missing && row.Reason == SkipReason.DateMissing));
            Assert.All(rows.Where(row => row.NominalDate != missing), row => Assert.Null(row.Reason));
        }
    }

    [Fact]
    public void A_date_whose_gap_ends_on_the_next_date_is_not_missing()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["00:00", "23:30"], "zone": "America/Nuuk"}""");
        var rows = times.Between(ScheduleText.At("2026-03-28T12:00:00Z"), ScheduleText.At("2026-03-29T12:00:00Z"));
        Assert.Equal(
            ["2026-03-28 23:30:00 2026-03-29T01:00:00Z Gap", "2026-03-29 00:00:00 2026-03-29T01:00:00Z None"],
            rows.Select(row => $"{FieldText.Of(row.BusinessDate)} {row.Slot} {FieldText.Of(row.At)} {row.Adjustments}"));
    }

    [Fact]
    public void Of_two_slots_that_land_on_one_instant_the_earlier_wins()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["02:30", "03:30", "04:00"], "zone": "America/New_York", "gap": "shift"}""");
        Assert.Equal(
            ["02:30:00 ", "03:30:00 Collapsed", "04:00:00 "],
            times.Between(ScheduleText.At("2026-03-08T05:00:00Z"), ScheduleText.At("2026-03-08T20:00:00Z")).Select(row => $"{row.Slot} {row.Reason}"));
        var closes = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["12:00", "17:00", "18:00"], "zone": "America/New_York", "calendar": "c-ny", "early_close": "follow"}""");
        Assert.Equal(
            ["12:00:00  None", "17:00:00  EarlyClose", "18:00:00 Collapsed EarlyClose"],
            closes.Between(ScheduleText.At("2026-11-27T05:00:00Z"), ScheduleText.At("2026-11-28T05:00:00Z")).Select(row => $"{row.Slot} {row.Reason} {row.Adjustments}"));
    }

    [Fact]
    public void A_slot_may_be_the_close_of_business_and_follow_it_when_it_is_early()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["close"], "after_close_minutes": 30, "zone": "America/New_York", "calendar": "nyse"}""", BuiltIn);
        Assert.Equal(
            ["16:30:00 2026-11-25T21:30:00Z", "16:30:00 2026-11-27T18:30:00Z", "16:30:00 2026-11-30T21:30:00Z"],
            times.Take(ScheduleText.At("2026-11-25T05:00:00Z"), 3).Where(row => row.DueAt is not null).Select(row => $"{row.Slot} {FieldText.Of(row.At)}"));
    }

    [Fact]
    public void The_row_of_the_business_date_itself_wins_over_those_that_moved_to_it_else_the_earliest()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "weekly", "days": ["SA", "SU"]}, "times": ["18:00"], "zone": "UTC", "calendar": "c-ny", "on_holiday": "next"}""");
        var rows = times.Between(ScheduleText.At("2026-05-04T00:00:00Z"), ScheduleText.At("2026-05-05T00:00:00Z"));
        Assert.Equal(["2026-05-02 ", "2026-05-03 Collapsed"], rows.Select(row => $"{FieldText.Of(row.NominalDate)} {row.Reason}"));
    }

    [Fact]
    public void Without_a_business_date_within_thirty_one_dates_nothing_runs()
    {
        var holidays = string.Join(", ", Enumerable.Range(0, 70).Select(day => $"\"{new LocalDate(2026, 5, 1).PlusDays(day):uuuu-MM-dd}\""));
        var catalog = new CalendarCatalog([Calendars.SampleCalendars.Read($$"""{"id": "shut", "weekend": [], "holidays": [{{holidays}}]}""")], new LocalDate(2026, 1, 1));
        var times = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "calendar": "shut", "on_holiday": "previous"}""", catalog);
        var rows = times.Between(ScheduleText.At("2026-04-30T00:00:00Z"), ScheduleText.At("2026-07-11T00:00:00Z"));
        Assert.Equal(31, rows.Count(row => row.Reason == SkipReason.Collapsed));
        Assert.Equal(39, rows.Count(row => row.Reason == SkipReason.NoBusinessDay));
        Assert.Equal(2, rows.Count(row => row.Reason is null));
    }

    [Fact]
    public void Past_the_expanded_years_the_calendar_is_flagged()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "yearly", "month": 7, "day": 1}, "times": ["18:00"], "zone": "UTC", "calendar": "nyse", "on_holiday": "run"}""", BuiltIn);
        var rows = times.Take(ScheduleText.At("2033-01-01T00:00:00Z"), 5).Where(row => row.Reason is null);
        Assert.Equal(
            ["2033 None", "2034 None", "2035 None", "2036 None", "2037 CalendarHorizon"],
            rows.Take(5).Select(row => $"{row.NominalDate.Year} {row.Adjustments}"));
    }

    [Theory]
    [InlineData("20260603", 3)]
    [InlineData("20260603T220000Z", 3)]
    [InlineData("20260603T215959Z", 2)]
    [InlineData("20260603T180000", 3)]
    [InlineData("20260603T175959", 2)]
    public void Until_is_inclusive_as_a_date_a_local_time_and_an_instant(string until, int expected)
    {
        var times = ScheduleText.Times($$"""{"rule": {"type": "rrule", "rrule": "FREQ=DAILY;UNTIL={{until}}", "dtstart": "2026-06-01"}, "times": ["18:00"], "zone": "America/New_York"}""");
        Assert.Equal(expected, times.Take(ScheduleText.At("2026-01-01T00:00:00Z"), 10).Length);
    }

    [Fact]
    public void The_times_of_a_recurrence_come_from_its_hours_or_its_start()
    {
        Assert.Equal(["09:00:00", "17:00:00"], Slots("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0", "2026-06-01"));
        Assert.Equal(["09:30:15", "17:30:15"], Slots("FREQ=DAILY;BYHOUR=9,17", "2026-06-01T08:30:15"));
        Assert.Equal(["08:30:00"], Slots("FREQ=DAILY", "20260601T083000"));

        static IEnumerable<string> Slots(string rule, string start) =>
            ScheduleText.Times($$"""{"rule": {"type": "rrule", "rrule": "{{rule}}", "dtstart": "{{start}}"}, "zone": "UTC"}""")
                .Take(ScheduleText.At("2026-06-01T00:00:00Z"), 2).Select(row => row.Slot).Distinct();
    }

    [Fact]
    public void An_interval_keeps_to_its_window_and_leaves_holidays_out_when_asked()
    {
        var times = ScheduleText.Times("""{"rule": {"type": "interval", "every": "PT4H", "window": "08:00-20:00"}, "zone": "America/New_York", "calendar": "c-ny"}""");
        var rows = times.Between(ScheduleText.At("2026-07-02T04:00:00Z"), ScheduleText.At("2026-07-04T04:00:00Z"));
        Assert.Equal(
            [
                "2026-07-02 2026-07-02T12:00:00Z ", "2026-07-02 2026-07-02T16:00:00Z ", "2026-07-02 2026-07-02T20:00:00Z ",
                "2026-07-03 2026-07-03T12:00:00Z Holiday", "2026-07-03 2026-07-03T16:00:00Z Holiday", "2026-07-03 2026-07-03T20:00:00Z Holiday",
            ],
            rows.Select(row => $"{FieldText.Of(row.NominalDate)} {row.Slot} {row.Reason}"));
    }

    [Fact]
    public void A_flowing_cron_runs_through_half_hour_changes_and_past_midnight_changes()
    {
        var howe = ScheduleText.Times("""{"rule": {"type": "cron", "expr": "*/15 * * * *"}, "zone": "Australia/Lord_Howe"}""");
        Assert.Equal(
            Enumerable.Range(0, 16).Select(i => ScheduleText.At("2026-04-04T13:00:00Z") + Duration.FromMinutes(15 * i)),
            howe.Between(ScheduleText.At("2026-04-04T13:00:00Z"), ScheduleText.At("2026-04-04T17:00:00Z")).Select(row => row.At));
        var hours = ScheduleText.Times("""{"rule": {"type": "cron", "expr": "0 * * * *"}, "zone": "Australia/Lord_Howe"}""");
        Assert.Equal(
            ["00:00", "01:00", "03:00", "04:00"],
            hours.Between(ScheduleText.At("2026-10-03T13:30:00Z"), ScheduleText.At("2026-10-03T17:30:00Z")).Select(row => FieldText.Short(row.LocalTime)));
        var sunday = ScheduleText.Times("""{"rule": {"type": "cron", "expr": "30 * * * SUN"}, "zone": "America/New_York"}""");
        Assert.Equal(25, sunday.Between(ScheduleText.At("2026-11-01T00:00:00Z"), ScheduleText.At("2026-11-03T00:00:00Z")).Length);
    }

    [Fact]
    public void Planning_reaches_thirty_five_days_or_three_occurrences()
    {
        var from = ScheduleText.At("2026-05-01T00:00:00Z");
        Assert.Equal(35, ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC"}""").Plan(from).Length);
        Assert.Equal(3, ScheduleText.Times("""{"rule": {"type": "yearly", "month": 5, "day": 2}, "times": ["18:00"], "zone": "UTC"}""").Plan(from).Length);
        var rows = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "calendar": "c-ny"}""").Plan(from);
        Assert.Equal((35, 24), (rows.Length, rows.Count(row => row.Reason is null)));
    }

    [Fact]
    public void Planning_again_moves_nothing()
    {
        foreach (var worked in WorkedCase.All)
        {
            var from = ScheduleText.At(worked.From);
            Assert.Equal(ScheduleText.Times(worked.Schedule).Plan(from), ScheduleText.Times(worked.Schedule).Plan(from));
        }
    }

    [Fact]
    public void A_zone_that_the_data_no_longer_holds_is_an_error_that_names_it()
    {
        var schedule = ScheduleText.Definition("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC"}""") with { Zone = "Mars/Olympus" };
        var error = Assert.Throws<NodaTime.TimeZones.DateTimeZoneNotFoundException>(() => FireTimes.Of(schedule, null, Daybook.Schedules.TimeZones.TimeZoneData.Bundled));
        Assert.Contains("Mars/Olympus", error.Message, StringComparison.Ordinal);
    }
}
