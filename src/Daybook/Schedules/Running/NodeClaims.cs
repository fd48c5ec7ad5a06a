using Daybook.Hosting;
using Daybook.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daybook.Schedules.Running;

/// <summary>What this node has.</summary>
internal sealed partial class NodeClaims(
    Database database, ClaimStore claims, RunStore runs, OccurrenceClock time, IOptions<SchedulesOptions> options, TimeProvider clock, ILogger<NodeClaims> log)
{
    /// <summary>What a step was writing to is renewed as soon as that step is over.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>A process that starts anew has another name, so it never takes a dead one's claims for its own.</summary>
    public string Node { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{clock.GetUtcNow().ToUnixTimeMilliseconds()}";

    /// <summary>Renews all claims in one statement, three times in the life of a lease. Without the database the leases run out, and the next statement with a fence tells.</summary>
    public async Task<Rest> RenewAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var all = await claims.RenewAsync(session, Node, options.Value.LeaseSeconds, now, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new Rest(all ? TimeSpan.FromSeconds(options.Value.LeaseSeconds / 3.0) : Soon, []);
    }

    /// <summary>Gives everything back for another node; leases do it where the database cannot be reached.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
            await claims.ReleaseAsync(session, Node, await time.NowAsync(session, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A server that stops goes on stopping.
        catch (Exception failure)
        {
            NotReleased(failure);
        }
#pragma warning restore CA1031
    }

    /// <returns>How many occurrences it has, when the next one that was made ahead may be delivered, and what time it is.</returns>
    public async Task<(int Running, DateTimeOffset? NextDelivery, DateTimeOffset Now)> OutlookAsync(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var running = await claims.CountAsync(session, Node, cancellationToken).ConfigureAwait(false);
        return (running, running == 0 ? null : await runs.NextDeliveryAsync(session, Node, cancellationToken).ConfigureAwait(false), now);
    }

    [LoggerMessage(63, LogLevel.Error, "The claims of this node could not be given back")]
    private partial void NotReleased(Exception failure);
}
