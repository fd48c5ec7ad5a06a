using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>What a named person decides about one occurrence.</summary>
internal sealed class OccurrenceDecisionStore
{
    /// <summary>Has one that is over run again, from a step on.</summary>
    /// <param name="report">What is kept of the report; null has it made anew.</param>
    /// <returns>False when it is not over.</returns>
    public async Task<bool> ReopenAsync(
        Session session, Occurrence occurrence, OccurrenceStep step, ReportId? report, int revision, int attempts, string by, string? note, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            $"""
            update occurrences set state = 'due', reason = 'retried', note = @note, state_changed_at = @now, changed_by = @by, next_attempt_at = @now, run_at = coalesce(run_at, @now),
                max_attempts = attempt + @attempts, start_deadline = null, hold_until = null, cancel_requested = null, wanted = true, error_code = null, error_text = null, finished_at = null,
                started_at = null, misfire = null, suppress_reason = null, report_id = @report, step = @step, revision = @revision, period_start = @PeriodStart, period_end = @PeriodEnd
            where id = @Id and {OccurrenceTransitions.Where(OccurrenceActor.User, OccurrenceState.Due)} and state <> 'held'
            """,
            new { occurrence.Id, occurrence.PeriodStart, occurrence.PeriodEnd, step, report, revision, attempts, by, note, now },
            cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Lets a held one go on: past the condition that held it, or from the start where its data was stale. It uses up no attempt.</summary>
    /// <returns>False when it is not held.</returns>
    public async Task<bool> ReleaseAsync(Session session, OccurrenceId id, string by, string? note, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        $"""
        update occurrences set state = 'due', reason = 'released', note = @note, state_changed_at = @now, changed_by = @by, next_attempt_at = @now, start_deadline = null, hold_until = null, wanted = true,
            max_attempts = case when attempt = 0 then max_attempts else max_attempts + 1 end,
            report_id = case when reason in ('stale_data', 'fresh_if_failed') then null else report_id end,
            step = case when reason in ('stale_data', 'fresh_if_failed') then 'none' when step = 'made' then 'gated' else step end
        where id = @id and {OccurrenceTransitions.Where(OccurrenceActor.User, OccurrenceState.Due)} and state = 'held'
        """,
        new { id, by, note, now },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Asks one that runs to end; its node does it at the next look.</summary>
    /// <returns>False when it does not run.</returns>
    public async Task<bool> RequestCancelAsync(Session session, OccurrenceId id, string? note, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update occurrences set cancel_requested = 'user', note = @note where id = @id and state = 'running'", new { id, note }, cancellationToken).ConfigureAwait(false) == 1;
}
