using Daybook.Calendars;
using Daybook.Schedules;
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
}
