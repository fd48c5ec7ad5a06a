using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Schedules.TimeZones;
using Daybook.Schedules.Words;

namespace Daybook.Tests.BothDatabases.Schedules;

/// <summary>A server that starts with other time-zone data than it planned with.</summary>
public abstract class EngineZoneTests : EngineTests
{
    private const string Dhaka = """{"frequency": "daily", "time": "18:05", "timezone": "Asia/Dhaka"}""";

    private static readonly TimeZoneData WithoutDhaka = OtherTimeZones.Without("Asia/Dhaka"), DhakaLikeTokyo = OtherTimeZones.Exchanged("Asia/Dhaka", "Asia/Tokyo");

    [Fact]
    public async Task A_schedule_whose_zone_is_gone_from_the_data_is_flagged_and_its_owner_is_told_once()
    {
        var (gone, other) = (await AddAsync(Dhaka), await AddAsync("""{"frequency": "daily", "time": "18:05", "timezone": "Asia/Tokyo"}"""));
        await PlanAsync();
        await StartAsync(WithoutDhaka);

        var schedule = await FindAsync(gone);
        Assert.Equal((ScheduleFlag.ZoneUnknown, Clock.GetUtcNow()), (schedule.Flag, schedule.FlaggedAt));
        var notice = Assert.Single(await NoticesOfAsync(gone));
        Assert.StartsWith(NoticeKind.Flagged, notice, StringComparison.Ordinal);
        Assert.Contains("the time-zone data 2099z has no zone 'Asia/Dhaka' (did you mean", notice, StringComparison.Ordinal);
        Assert.Equal((null, "2099z"), ((await FindAsync(other)).Flag, (await FindAsync(other)).PlanTzdb));

        // It is looked at again every day and at every start, and nothing more is told.
        Clock.Advance(TimeSpan.FromDays(1.5));
        await StartAsync(WithoutDhaka);
        Assert.Equal([notice], await NoticesOfAsync(gone));
        Assert.Equal(ScheduleFlag.ZoneUnknown, (await FindAsync(gone)).Flag);
    }

    [Fact]
    public async Task What_was_planned_in_a_zone_that_is_gone_keeps_its_moment_says_what_is_wrong_and_fails_by_name()
    {
        var id = await AddAsync(Dhaka);
        await PlanAsync();
        var before = await ListAsync(id);
        await StartAsync(WithoutDhaka);
        var planned = await ListAsync(id);
        Assert.Equal(before.Select(row => (row.Id, row.DueAt, row.State, row.TzdbVersion)), planned.Select(row => (row.Id, row.DueAt, row.State, row.TzdbVersion)));
        var words = Assert.Single(OccurrenceWords.Ahead(planned[0], await FindAsync(id), WithoutDhaka));
        Assert.Contains("the time-zone data 2099z has no zone 'Asia/Dhaka'", words, StringComparison.Ordinal);
        Assert.Contains($"It was planned with {TimeZoneData.Bundled.Version} and will fail when its time comes.", words, StringComparison.Ordinal);

        await TickAsync(planned[0].DueAt - Clock.GetUtcNow());
        await AdvanceAsync();
        var failed = (await ListAsync(id))[0];
        Assert.Equal((OccurrenceState.Failed, ScheduleFlag.ZoneUnknown), (failed.State, failed.ErrorCode));
        Assert.Contains("has no zone 'Asia/Dhaka'", failed.ErrorText, StringComparison.Ordinal);
        Assert.Equal([NoticeKind.Flagged, NoticeKind.Failed], (await NoticesOfAsync(id)).Select(notice => notice.Split(':')[0]));
    }

    [Fact]
    public async Task Nobody_can_run_a_schedule_whose_zone_is_gone_and_the_refusal_says_what_to_do()
    {
        var id = await AddAsync(Dhaka);
        await PlanAsync();
        await StartAsync(WithoutDhaka);
        var refused = await Assert.ThrowsAsync<ProblemException>(() => Actions.RunNowAsync(Caller.Server, id, null, null, Cancel));
        Assert.Contains("has no zone 'Asia/Dhaka'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("give the schedule another zone", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_runs_fail_because_their_zone_is_gone_is_told_once_a_day()
    {
        var id = await AddAsync("""{"rule": {"type": "interval", "every": "PT30M"}, "zone": "Asia/Dhaka"}""");
        await PlanAsync();
        await StartAsync(WithoutDhaka);
        for (var run = 0; run < 3; run++)
        {
            await TickAsync(TimeSpan.FromMinutes(30));
            await AdvanceAsync();
        }

        Assert.Equal(3, (await ListAsync(id)).Count(row => row.State == OccurrenceState.Failed));
        Assert.Single(await NoticesOfAsync(id), notice => notice.StartsWith(NoticeKind.Failed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_zone_or_the_data_that_has_it_brings_the_schedule_back()
    {
        var (edited, restored) = (await AddAsync(Dhaka), await AddAsync(Dhaka));
        await PlanAsync();
        var before = await ListAsync(restored);
        await StartAsync(WithoutDhaka);
        await SaveAsync(edited, await ContentAsync("""{"frequency": "daily", "time": "18:05", "timezone": "Asia/Tokyo"}"""), 1);
        await PlanAsync();
        Assert.Null((await FindAsync(edited)).Flag);
        Assert.All((await ListAsync(edited)).Where(row => row.State == OccurrenceState.Planned), row => Assert.Equal(("Asia/Tokyo", 9, "2099z"), (row.Zone, row.DueAt.Hour, row.TzdbVersion)));

        // The same data as before, only minutes later: the schedule does not wait for the next day.
        Clock.Advance(TimeSpan.FromMinutes(5));
        await StartAsync(TimeZoneData.Bundled);
        var schedule = await FindAsync(restored);
        Assert.Equal((null, null), (schedule.Flag, schedule.FlaggedAt));
        Assert.Equal(before.Select(row => (row.Id, row.DueAt, row.State)), (await ListAsync(restored)).Select(row => (row.Id, row.DueAt, row.State)));
    }

    [Fact]
    public async Task A_zone_that_changed_moves_every_planned_run_lists_them_and_records_the_version()
    {
        var id = await AddAsync(Dhaka);
        await PlanAsync();
        var before = (await ListAsync(id)).Where(row => row.State == OccurrenceState.Planned).ToList();
        Assert.All(before, row => Assert.Equal((12, TimeZoneData.Bundled.Version), (row.DueAt.Hour, row.TzdbVersion)));

        await StartAsync(DhakaLikeTokyo);
        var after = (await ListAsync(id)).Where(row => row.State == OccurrenceState.Planned).ToList();
        Assert.Equal(before.Select(row => (row.Id, row.BusinessDate, row.Slot, row.DueAt.AddHours(-3))), after.Select(row => (row.Id, row.BusinessDate, row.Slot, row.DueAt)));
        Assert.All(after, row => Assert.Equal(("2099z", 9 * 3600), (row.TzdbVersion, row.UtcOffsetSeconds)));

        var notice = Assert.Single(await NoticesOfAsync(id));
        Assert.StartsWith(NoticeKind.Moved, notice, StringComparison.Ordinal);
        Assert.Contains($"{before[0].Slot} moves from {before[0].DueAt:yyyy-MM-dd'T'HH:mm:ss}Z to {after[0].DueAt:yyyy-MM-dd'T'HH:mm:ss}Z; ", notice, StringComparison.Ordinal);
        Assert.Contains($"and {before.Count - 10} more, ", notice, StringComparison.Ordinal);
        var entry = Assert.Single(await ReadAsync(session => session.ListAsync<string>("select cast(after_state as text) from audit_entries where action = 'schedule.replanned'", null, Cancel)));
        var moves = JsonElement.Parse(entry).GetProperty("moves");
        Assert.Equal(
            before.Select(row => (RowText.Of(row.DueAt), RowText.Of(row.DueAt.AddHours(-3)))),
            moves.EnumerateArray().Select(move => (move.GetProperty("from").GetString()!, move.GetProperty("to").GetString()!)));
        Assert.Contains(await ReadAsync(session => Occurrences.EventsAsync(session, before[0].Id, Cancel)), change => change.DueFrom == before[0].DueAt && change.DueTo == after[0].DueAt);
    }

    /// <summary>A server starts with this data and plans.</summary>
    private async Task StartAsync(TimeZoneData zones)
    {
        Zones = zones;
        await PlannerOf(zones).PrepareAsync(Cancel);
        await PlanAsync();
    }

    /// <summary>Of this schedule: kind and text.</summary>
    private Task<ImmutableArray<string>> NoticesOfAsync(ScheduleId id) =>
        ReadAsync(session => session.ListAsync<string>("select kind || ': ' || text from notices where schedule_id = @id order by created_at", new { id }, Cancel));
}
