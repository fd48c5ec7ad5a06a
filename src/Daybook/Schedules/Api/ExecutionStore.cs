using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Storage;

namespace Daybook.Schedules.Api;

/// <summary>The runs of schedules that are over; every query asks for the caller's rights.</summary>
internal sealed class ExecutionStore
{
    /// <summary>Runs that metrics are made from at most.</summary>
    public const int MostMeasured = 10_000;

    private const string Query =
        """
        select e.id, e.schedule_id, e.occurrence_id, e.report_id, e.executed_at, e.success, e.error_message, e.execution_time_ms, o.business_date, o.state
        from cob_schedule_executions e join cob_report_schedules s on s.id = e.schedule_id left join occurrences o on o.id = e.occurrence_id
        where (@seesAll or s.owner_id = @userId)
        """;

    /// <summary>Newest first; those before an instant and id.</summary>
    public Task<ImmutableArray<Execution>> ListAsync(
        Session session, Caller caller, ScheduleId schedule, DateTimeOffset beforeAt, ExecutionId beforeId, int limit, CancellationToken cancellationToken) => session.ListAsync<Execution>(
        $"{Query} and e.schedule_id = @schedule and (e.executed_at, e.id) < (@beforeAt, @beforeId) order by e.executed_at desc, e.id desc limit @limit",
        new { seesAll = caller.Role.Includes(Role.Operator), userId = caller.Id, schedule, beforeAt, beforeId, limit },
        cancellationToken);

    public Task<Execution?> FindAsync(Session session, Caller caller, ExecutionId id, CancellationToken cancellationToken) =>
        session.FindAsync<Execution>($"{Query} and e.id = @id", new { seesAll = caller.Role.Includes(Role.Operator), userId = caller.Id, id }, cancellationToken);

    /// <summary>What became of the occurrences of a schedule since an instant, tests left out.</summary>
    public Task<ImmutableArray<MeasuredRun>> MeasureAsync(Session session, ScheduleId schedule, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<MeasuredRun>(
        $"""
        select state, reason, error_code, run_at, due_at, started_at, finished_at from occurrences
        where schedule_id = @schedule and due_at >= @since and due_at <= @now and origin <> 'test' order by due_at desc limit {MostMeasured}
        """,
        new { schedule, since, now },
        cancellationToken);
}
