using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Telemetry;

/// <summary>What the database knows of all nodes together.</summary>
internal sealed class ServerCounts(Database database)
{
    /// <summary>A due moment that has not begun so long after it fell due is late.</summary>
    public const int LateSeconds = 60;

    public Task<ImmutableArray<StateCount>> ReadAsync(Session session, CancellationToken cancellationToken) => session.ListAsync<StateCount>(
        $"""
        select 'report' as kind, status as state, count(*) as count from cob_generated_reports group by status
        union all select 'occurrence', state, count(*) from occurrences group by state
        union all select 'occurrence_late', state, count(*) from occurrences where state in ('planned', 'due') and due_at < {database.SecondsFromNow("late")} group by state
        union all select 'notice', coalesce(told, 'waiting'), count(*) from notices group by told
        union all select 'delivery', state, count(*) from deliveries group by state
        union all select 'schedule', {Schedule} as state, count(*) from cob_report_schedules s where deleted_at is null group by {Schedule}
        """,
        new { late = -LateSeconds },
        cancellationToken);

    /// <returns>How long the oldest waiting report has waited, in seconds; 0 when none waits.</returns>
    public static async Task<double> OldestWaitAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.FindAsync<DateTimeOffset?>("select generated_at from cob_generated_reports where status = 'pending' order by generated_at limit 1", null, cancellationToken).ConfigureAwait(false) is { } oldest
            ? Math.Max(0, (now - oldest).TotalSeconds)
            : 0;

    private const string Schedule = "case when flag is not null then 'flagged' when paused_at is not null then 'paused' when is_active then 'active' else 'inactive' end";
}
