using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Tests.BothDatabases.Schedules;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daybook.SystemTests.OnPostgreSql;

/// <summary>The clock of the database decides, and not that of a node.</summary>
public sealed class NodeClockTests(PostgreSqlCluster cluster) : EngineTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private protected override Task<Database> NewDatabaseAsync() => cluster.NewDatabaseAsync();

    [Fact]
    public async Task The_time_is_that_of_the_database_whatever_the_node_believes()
    {
        await using var session = await Database.OpenAsync(Cancel);
        var before = await session.GetAsync<DateTimeOffset>("select clock_timestamp()", null, Cancel);
        var now = await new OccurrenceClock(Clock, isShared: true).NowAsync(session, Cancel);
        Assert.InRange(now, before, await session.GetAsync<DateTimeOffset>("select clock_timestamp()", null, Cancel));
        Assert.True(now - Clock.GetUtcNow() > TenMinutes, "the clock of the test stands in the past");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_node_whose_clock_differs_takes_nothing_and_says_so_once(int sign)
    {
        var clock = new WrongClock { Ahead = sign * TenMinutes };
        var watch = new ClockWatch(Database, new OccurrenceClock(clock, isShared: true), clock, NullLogger<ClockWatch>.Instance);
        Assert.False(await watch.LookAsync(Cancel));
        Assert.False(await watch.LookAsync(Cancel));
        Assert.Equal(NoticeKind.ClockDiffers, await NoticesAsync());
        clock.Ahead = TimeSpan.Zero;
        Assert.True(await watch.LookAsync(Cancel));
    }

    [Fact]
    public async Task A_node_that_may_take_nothing_still_moves_time_on()
    {
        await AddAsync("""{"frequency": "daily", "time": "18:05"}""");
        await PlanAsync();
        await TickAsync(TimeSpan.FromMinutes(5), node: null);
        Assert.Equal("due", await StatesAsync());
    }

    private sealed class WrongClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
