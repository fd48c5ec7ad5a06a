using Daybook.Calendars;
using Daybook.Schedules;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using NodaTime;

namespace Daybook.Tests.Schedules;

public sealed class SchedulePlanTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 5, 4, 18, 0);

    private static readonly CalendarCatalog Calendars = CalendarCatalog.BuiltIn(new LocalDate(2026, 5, 4));

    /// <summary>Of those that move to one business date only one runs, and all share its instant.</summary>
    [Fact]
    public void A_plan_that_is_cut_leaves_out_none_of_those_that_share_its_last_instant()
    {
        var schedule = ScheduleText.Definition("""{"rule": {"type": "cron", "expr": "*/5 9-17 * * *"}, "zone": "America/New_York", "calendar": "nyse", "on_holiday": "previous"}""", Calendars);
        var nyse = Calendars.Find("nyse");
        var times = FireTimes.Of(schedule, nyse, TimeZoneData.Bundled);
        var lengths = new List<int>();
        for (var step = 0; step < 12; step++)
        {
            var now = Start + Duration.FromMinutes(35 * step);
            var plan = SchedulePlan.Of(schedule, nyse, TimeZoneData.Bundled, default, now, now);
            Assert.Equal(times.Between(now + Duration.Epsilon, plan.Through + Duration.Epsilon), plan.Rows);
            lengths.Add(plan.Rows.Length - FireTimes.MostRows);
        }

        Assert.All(lengths, more => Assert.InRange(more, 0, 3));
        Assert.Contains(lengths, more => more > 0);
    }

    /// <summary>Part after part, however short, gives what one look at all of it gives; nothing is lost where one ends.</summary>
    [Theory]
    [InlineData("""{"rule": {"type": "interval", "every": "PT7S", "anchor": "2026-05-04T00:00:00Z"}, "zone": "UTC", "min_spacing": "PT1S"}""")]
    [InlineData("""{"rule": {"type": "interval", "every": "PT5S", "window": "09:00-15:00"}, "zone": "America/New_York", "min_spacing": "PT1S"}""")]
    [InlineData("""{"rule": {"type": "cron", "expr": "*/10 * * * * *"}, "zone": "Europe/Dublin", "min_spacing": "PT1S"}""")]
    [InlineData("""{"rule": {"type": "cron", "expr": "*/5 * 9-10 * * *"}, "zone": "America/New_York", "min_spacing": "PT1S"}""")]
    public void A_rule_of_seconds_is_planned_part_by_part_and_loses_nothing_between_them(string definition)
    {
        var schedule = ScheduleText.Definition(definition, Calendars);
        var all = FireTimes.Of(schedule, null, TimeZoneData.Bundled).Between(Start + Duration.Epsilon, Start + Duration.FromDays(2));
        var (planned, through, parts) = (new List<PlannedOccurrence>(), Start, 0);
        while (planned.Count < all.Length)
        {
            var plan = SchedulePlan.Of(schedule, null, TimeZoneData.Bundled, default, through, through);
            Assert.InRange(plan.Rows.Length, 1, FireTimes.MostRows);
            Assert.InRange(plan.Again, through, plan.Through);
            planned.AddRange(plan.Rows);
            (through, parts) = (plan.Through, parts + 1);
        }

        Assert.True(parts > 1);
        Assert.Equal(all, planned.Take(all.Length));
    }
}
