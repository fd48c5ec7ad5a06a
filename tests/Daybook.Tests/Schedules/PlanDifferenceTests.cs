using System.Collections.Immutable;
using Daybook.Calendars;
using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Tests.Calendars;
using NodaTime;

namespace Daybook.Tests.Schedules;

public sealed class PlanDifferenceTests
{
    private static readonly Instant From = ScheduleText.At("2026-05-01T00:00:00Z");

    [Fact]
    public void The_same_plan_has_no_differences() => Assert.Empty(PlanDifference.Between(Plan("[]"), Plan("[]")));

    [Fact]
    public void Another_version_alone_is_no_difference() => Assert.Empty(PlanDifference.Between(Plan("[]", "1"), Plan("[]", "2")));

    [Fact]
    public void A_new_holiday_removes_one_run_and_a_lifted_one_adds_it()
    {
        var changes = PlanDifference.Between(Plan("[\"2026-05-08\"]"), Plan("[\"2026-05-15\"]"));
        Assert.Equal("2026-05-08", FieldText.Of(Assert.Single(changes, change => change.IsAdded).After!.NominalDate));
        Assert.Equal("2026-05-15", FieldText.Of(Assert.Single(changes, change => change.IsRemoved).Before!.NominalDate));
        Assert.DoesNotContain(changes, change => change.IsMoved);
    }

    [Fact]
    public void Another_zone_moves_every_run()
    {
        var before = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "Europe/Paris"}""").Plan(From);
        var after = ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "Europe/London"}""").Plan(From);
        Assert.All(PlanDifference.Between(before, after), change => Assert.True(change.IsMoved));
    }

    private static ImmutableArray<PlannedOccurrence> Plan(string holidays, string version = "1")
    {
        var catalog = new CalendarCatalog([SampleCalendars.Read($$"""{"id": "x", "version": "{{version}}", "holidays": {{holidays}}}""")], new LocalDate(2026, 1, 1));
        return ScheduleText.Times("""{"rule": {"type": "daily"}, "times": ["18:00"], "zone": "UTC", "calendar": "x"}""", catalog).Plan(From);
    }
}
