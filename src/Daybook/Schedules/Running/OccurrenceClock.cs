using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>The only clock of running schedules: that of the database, which all nodes share. The embedded database has the process's.</summary>
/// <param name="isShared">False for the embedded database.</param>
internal sealed class OccurrenceClock(TimeProvider clock, bool isShared)
{
    /// <summary>What has not started so long after its time is late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(60);

    /// <summary>The furthest that a node's own clock may be from the database's before it claims nothing more.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    public async Task<DateTimeOffset> NowAsync(Session session, CancellationToken cancellationToken) => isShared
        ? await session.GetAsync<DateTimeOffset>("select clock_timestamp()", null, cancellationToken).ConfigureAwait(false)
        : clock.Now();

    /// <returns>How far this node's clock is ahead of the database's; half of the time the question took is allowed for.</returns>
    public async Task<(DateTimeOffset Now, TimeSpan Ahead)> CompareAsync(Session session, CancellationToken cancellationToken)
    {
        var (before, started) = (clock.GetUtcNow(), clock.GetTimestamp());
        var now = await NowAsync(session, cancellationToken).ConfigureAwait(false);
        return (now, before + (clock.GetElapsedTime(started) / 2) - now);
    }
}
