using System.Text.Json;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.Schedules;

public sealed class SchedulePropertyTests
{
    private static readonly Instant From = Instant.FromUtc(2020, 1, 1, 0, 0), To = Instant.FromUtc(2041, 1, 1, 0, 0);

    /// <summary>Zones that have surprised calendars before.</summary>
    private static readonly string[] Odd =
    [
        "Pacific/Apia", "Pacific/Kwajalein", "Europe/Dublin", "Australia/Lord_Howe", "Africa/Casablanca", "America/Nuuk", "America/Scoresbysund",
        "Pacific/Chatham", "America/Santiago", "Africa/Cairo", "Asia/Beirut", "Atlantic/Azores", "Antarctica/Troll", "America/Caracas",
    ];

    [Fact]
    public void Around_every_change_of_the_clock_in_every_zone_each_half_hour_of_each_date_has_its_one_row()
    {
        var rows = 0L;
        foreach (var zoneId in TimeZoneData.Bundled.Canonical.Values.Distinct().Order(StringComparer.Ordinal))
        {
            var changes = TimeZoneData.Bundled.Find(zoneId)!.GetZoneIntervals(From, To).Skip(1).Select(interval => interval.Start).ToList();

            // Years repeat themselves; the first ones, the last ones and every odd one are enough here. The benchmark program takes all.
            foreach (var change in changes.Count > 12 && !Odd.Contains(zoneId) ? changes.Take(4).Concat(changes.TakeLast(2)) : changes)
            {
                var date = change.InUtc().Date;
                rows += ZoneSweep.Check(zoneId, date.PlusDays(-2), date.PlusDays(2));
            }

            if (changes.Count == 0)
                rows += ZoneSweep.Check(zoneId, new LocalDate(2026, 12, 30), new LocalDate(2027, 1, 2));
        }

        Assert.True(rows > 200_000, $"only {rows} rows were looked at");
    }

    [Fact]
    public void The_first_occurrence_after_any_instant_is_the_first_later_one_of_the_whole_list()
    {
        foreach (var zoneId in Odd)
        {
            foreach (var interval in TimeZoneData.Bundled.Find(zoneId)!.GetZoneIntervals(Instant.FromUtc(2024, 1, 1, 0, 0), Instant.FromUtc(2028, 1, 1, 0, 0)).Skip(1))
                ZoneSweep.CheckNext(zoneId, interval.Start);
        }

        ZoneSweep.CheckNext("Pacific/Apia", Instant.FromUtc(2011, 12, 30, 10, 0));
        ZoneSweep.CheckNext("Pacific/Kwajalein", Instant.FromUtc(1993, 8, 21, 12, 0));
    }

    public static TheoryData<string> Rules =>
    [
        """{"type": "daily"}""", """{"type": "daily", "every": 3}""", """{"type": "weekly", "days": ["SA", "SU", "WE"]}""", """{"type": "weekly", "days": ["FR"], "every": 3}""",
        """{"type": "monthly", "day": 31}""", """{"type": "monthly", "day": -2}""", """{"type": "monthly", "on": "last_business_day"}""",
        """{"type": "monthly", "on": "business_day", "n": 3}""", """{"type": "monthly", "on": "weekday", "nth": 5, "weekday": "SU"}""",
        """{"type": "yearly", "month": 2, "day": 29}""", """{"type": "cron", "expr": "30 2,14 * * FRI-MON"}""", """{"type": "cron", "expr": "0 */2 L,15W * *"}""",
        """{"type": "cron", "expr": "15 * * * *"}""", """{"type": "interval", "every": "PT90M", "window": "22:00-06:00"}""",
        """{"type": "rrule", "rrule": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "dtstart": "2025-01-01"}""",
        """{"type": "rrule", "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=60", "dtstart": "2025-01-07"}""",
    ];

    /// <summary>Any rule, with every holiday policy, calendar and zone: rows are unique, ordered, and do not depend on the window they are asked for in.</summary>
    [Theory]
    [MemberData(nameof(Rules))]
    public void Rows_are_unique_and_ordered_and_the_same_in_any_window(string rule)
    {
        var (from, to) = (ScheduleText.At("2025-06-01T00:00:00Z"), ScheduleText.At("2027-03-01T00:00:00Z"));
        foreach (var (zone, calendar) in new[] { ("America/New_York", "c-ny"), ("America/Nuuk", "c-gulf"), ("Asia/Shanghai", "c-makeup"), ("Africa/Casablanca", "none") })
        {
            foreach (var policy in calendar == "none" ? ["run"] : new[] { "skip", "previous", "next", "run" })
            {
                if (Body(rule, zone, calendar, policy) is not { } body || ScheduleText.Read(body).Errors.Any(error => error.Message.Contains("never fires", StringComparison.Ordinal)))
                    continue;
                var times = ScheduleText.Times(body);
                var whole = times.Between(from, to);
                CheckKeys(whole);
                for (var start = from; start < to; start += Duration.FromDays(97))
                {
                    var end = Instant.Min(start + Duration.FromDays(97), to);
                    Assert.Equal(whole.Where(row => row.At >= start && row.At < end), times.Between(start, end));
                }

                foreach (var at in Enumerable.Range(0, 40).Select(step => from + Duration.FromHours((step * 331) + 5)))
                    Assert.Equal(whole.FirstOrDefault(row => row.Reason is null && row.At > at)?.At, times.Next(at) is { } next && next.At < to ? next.At : null);
            }
        }
    }

    [Fact]
    public void A_monthly_day_has_one_row_in_every_month_of_every_year_and_is_clamped_where_the_month_is_short()
    {
        for (var day = 1; day <= 31; day++)
        {
            var rows = ScheduleText.Times($$$"""{"rule": {"type": "monthly", "day": {{{day}}}}, "times": ["18:00"], "zone": "Europe/Paris"}""").Between(From, To);
            Assert.Equal(21 * 12, rows.Length);
            Assert.All(rows, row => Assert.Equal(Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(row.NominalDate.Year, row.NominalDate.Month)), row.NominalDate.Day));
            Assert.All(rows, row => Assert.Equal(row.NominalDate.Day != day, row.Adjustments.HasFlag(Adjustments.Clamped)));
        }
    }

    [Fact]
    public void A_leap_day_falls_in_leap_years_alone_when_it_is_not_clamped() => Assert.Equal(
        [2024, 2028, 2032, 2036, 2040],
        ScheduleText.Times("""{"rule": {"type": "yearly", "month": 2, "day": 29}, "times": ["18:00"], "zone": "UTC", "month_end": "skip"}""").Between(From + Duration.FromDays(366), To)
            .Select(row => row.NominalDate.Year));

    /// <returns>Null where the policy does not go with the rule.</returns>
    private static string? Body(string rule, string zone, string calendar, string policy)
    {
        using var json = JsonDocument.Parse(rule);
        var type = json.RootElement.GetProperty("type").GetString();
        if (policy is "previous" or "next" && (type == "interval" || rule.Contains("15 * * *", StringComparison.Ordinal)))
            return null;
        var times = type is "cron" or "interval" ? "" : """ "times": ["02:30", "18:00", "23:30"],""";
        return $$"""{"rule": {{rule}},{{times}} "zone": "{{zone}}", "calendar": "{{calendar}}", "on_holiday": "{{policy}}", "start_date": "2025-01-06"}""";
    }

    private static void CheckKeys(IReadOnlyList<PlannedOccurrence> rows)
    {
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(row => (row.NominalDate, row.Slot)).Distinct().Count());
        var running = rows.Where(row => row.Reason is null).ToList();
        Assert.Equal(running.Count, running.Select(row => (row.BusinessDate, row.Slot)).Distinct().Count());
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(
            (pair.First.At, pair.First.BusinessDate, pair.First.Slot, pair.First.NominalDate).CompareTo((pair.Second.At, pair.Second.BusinessDate, pair.Second.Slot, pair.Second.NominalDate)) < 0));
        Assert.All(running.Zip(running.Skip(1)), pair => Assert.Equal(pair.First.Period!.Value.End, pair.Second.Period!.Value.Start));
    }
}
