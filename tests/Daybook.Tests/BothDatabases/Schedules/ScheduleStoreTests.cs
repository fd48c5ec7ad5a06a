using Daybook.Accounts;
using Daybook.Schedules;
using Daybook.Schedules.Policies;

namespace Daybook.Tests.BothDatabases.Schedules;

public abstract class ScheduleStoreTests : ScheduleRowTests
{
    private const string Daily = """{"frequency": "daily", "time": "18:00", "timezone": "America/New_York", "calendar": "nyse", "misfire": "run_all", "concurrency": "skip"}""";

    [Fact]
    public async Task A_schedule_is_read_as_it_was_written()
    {
        var id = await AddAsync(Daily, new SchedulePolicies { OnPartial = OnPartial.Hold, SendIf = "total > 0" });
        var schedule = await FindAsync(id);
        Assert.Equal(("Close", "T", "daily", "America/New_York", 1, true), (schedule.Name, schedule.TemplateName, schedule.Frequency, schedule.Timezone, schedule.Version, schedule.IsActive));
        Assert.Equal(("ann", false), (schedule.OwnerName, schedule.IsPaused));
        Assert.Equal(new SchedulePolicies { OnPartial = OnPartial.Hold, SendIf = "total > 0" }, schedule.PolicySet);
        Assert.Equal((await ContentAsync(Daily)).Rule with { Times = [] }, schedule.Rule! with { Times = [] });
        Assert.Equal((await ContentAsync(Daily)).Rule.Times, schedule.Rule!.Times);
    }

    [Fact]
    public async Task Who_is_not_its_owner_does_not_see_it_but_operators_do()
    {
        var id = await AddAsync(Daily);
        var other = Caller.Of(await UserAsync("bob"), null);
        Assert.Null(await ReadAsync(session => Schedules.FindAsync(session, other, id, Cancel)));
        Assert.Empty(await ReadAsync(session => Schedules.ListAsync(session, other, new ScheduleFilter(true), "", default, 10, Cancel)));
        var ann = Caller.Of(await UserAsync(), null);
        Assert.Single(await ReadAsync(session => Schedules.ListAsync(session, ann, new ScheduleFilter(true), "", default, 10, Cancel)));
        Assert.NotNull(await ReadAsync(session => Schedules.FindAsync(session, other with { Role = Role.Operator }, id, Cancel)));
    }

    [Fact]
    public async Task An_edit_from_an_older_version_is_refused()
    {
        var id = await AddAsync(Daily);
        var content = (await ContentAsync("""{"rule": {"type": "weekly", "days": ["FR"]}, "times": ["09:00"], "zone": "Europe/Paris"}""")) with { Name = "Brief", IsActive = false };
        Assert.True(await WriteAsync(session => Schedules.UpdateAsync(session, id, content, 1, Start, Cancel)));
        Assert.False(await WriteAsync(session => Schedules.UpdateAsync(session, id, content, 1, Start, Cancel)));
        var schedule = await FindAsync(id);
        Assert.Equal(("Brief", "weekly", "Europe/Paris", 2, false, "edited"), (schedule.Name, schedule.Frequency, schedule.Timezone, schedule.Version, schedule.IsActive, schedule.PlanReason));
        Assert.Empty(await ReadAsync(session => Schedules.ListAsync(session, Caller.Server, new ScheduleFilter(true), "", default, 10, Cancel)));
    }

    [Fact]
    public async Task A_deleted_schedule_is_gone_for_everybody()
    {
        var id = await AddAsync(Daily);
        Assert.True(await WriteAsync(session => Schedules.DeleteAsync(session, id, Start, Cancel)));
        Assert.False(await WriteAsync(session => Schedules.DeleteAsync(session, id, Start, Cancel)));
        Assert.Null(await ReadAsync(session => Schedules.FindAsync(session, Caller.Server, id, Cancel)));
    }

    [Fact]
    public async Task A_pause_says_who_and_why_and_until_when()
    {
        var (id, user) = (await AddAsync(Daily), await UserAsync());
        await WriteAsync(session => Schedules.PauseAsync(session, id, user.Id, "audit week", Start.AddDays(7), Start, Cancel));
        var paused = await FindAsync(id);
        Assert.Equal((Start, "ann", "audit week", Start.AddDays(7)), (paused.PausedAt, paused.PausedByName, paused.PauseNote, paused.PausedUntil));
        await WriteAsync(session => Schedules.ResumeAsync(session, id, Cancel));
        Assert.False((await FindAsync(id)).IsPaused);
    }

    [Fact]
    public async Task Schedules_are_handed_over_to_another_owner()
    {
        var (id, ann, bob) = (await AddAsync(Daily), await UserAsync(), await UserAsync("bob"));
        Assert.Equal(1, await WriteAsync(session => Schedules.HandOverAsync(session, ann.Id, bob.Id, Cancel)));
        Assert.Equal("bob", (await FindAsync(id)).OwnerName);
    }
}
