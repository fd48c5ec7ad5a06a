using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Telemetry;

/// <summary>What the database knows of all nodes together: all that is open, and what ended in the last day. Each part is answered from an index, however long the history is.</summary>
internal static class ServerCounts
{
    /// <summary>A due moment that has not begun so long after it was to begin is late.</summary>
    public const int LateSeconds = 60;

    private const string OccurrenceEnded = "state in ('succeeded', 'completed_with_errors', 'failed', 'missed', 'skipped', 'cancelled')";

    private const string DeliveryEnded = "state in ('accepted', 'failed', 'unknown', 'suppressed')";

    private const string Schedule = "case when flag is not null then 'flagged' when paused_at is not null then 'paused' when is_active then 'active' else 'inactive' end";

    // A state at a time: an index that holds one state only is taken for that state only.
    internal static readonly string Sql = string.Join("\nunion all ", [
        .. new[] { "pending", "running" }.Select(state => $"select 'report' as kind, '{state}' as state, count(*) as count from cob_generated_reports where status = '{state}'"),
        "select 'report', status, count(*) from cob_generated_reports where finished_at > @since group by status",
        .. new[] { "planned", "due", "running", "held" }.Select(state => $"select 'occurrence', '{state}', count(*) from occurrences where state = '{state}'"),
        $"select 'occurrence', state, count(*) from occurrences where {OccurrenceEnded} and state_changed_at > @since group by state",
        "select 'occurrence_late', 'planned', count(*) from occurrences where state = 'planned' and run_at < @late and due_at < @late",
        "select 'occurrence_late', 'due', count(*) from occurrences where state = 'due' and due_at < @late",
        "select 'notice', 'waiting', count(*) from notices where taken_at is null",
        "select 'notice', told, count(*) from notices where created_at > @since and told is not null group by told",
        .. new[] { "planned", "sending" }.Select(state => $"select 'delivery', '{state}', count(*) from deliveries where state = '{state}'"),
        $"select 'delivery', state, count(*) from deliveries where {DeliveryEnded} and state_changed_at > @since group by state",
        $"select 'schedule', {Schedule}, count(*) from cob_report_schedules where deleted_at is null group by {Schedule}",
    ]);

    public static Task<ImmutableArray<StateCount>> ReadAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        session.ListAsync<StateCount>(Sql, new { since = now.AddDays(-1), late = now.AddSeconds(-LateSeconds) }, cancellationToken);

    /// <returns>How long the oldest waiting report has waited, in seconds; 0 when none waits.</returns>
    public static async Task<double> OldestWaitAsync(Session session, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.FindAsync<DateTimeOffset?>("select generated_at from cob_generated_reports where status = 'pending' order by generated_at limit 1", null, cancellationToken).ConfigureAwait(false) is { } oldest
            ? Math.Max(0, (now - oldest).TotalSeconds)
            : 0;
}
