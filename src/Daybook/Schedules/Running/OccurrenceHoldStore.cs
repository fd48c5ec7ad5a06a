using Daybook.Schedules.Policies;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Changes of all occurrences of one schedule at once: pause, resume, end.</summary>
internal sealed class OccurrenceHoldStore
{
    private const string Paused = "paused";

    /// <summary>Holds what is due and has not begun; what is planned is held when its time comes.</summary>
    public Task PauseAsync(Session session, ScheduleId id, string by, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set state = 'held', reason = @Paused, state_changed_at = @now, changed_by = @by
        where schedule_id = @id and {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Held)} and state = 'due' and attempt = 0 and origin = 'scheduled' and not wanted
        """,
        new { id, by, now, Paused },
        cancellationToken);

    /// <summary>Lets go of what the pause held, as the mode says. What runs now has no deadline any more: somebody wanted it.</summary>
    public async Task ResumeAsync(Session session, ScheduleId id, ResumeMode mode, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var released = mode switch
        {
            ResumeMode.Skip => "false",
            ResumeMode.Latest => "due_at = (select max(n.due_at) from occurrences n where n.schedule_id = @id and n.state = 'held' and n.reason = @Paused)",
            ResumeMode.All => "true",
            _ => throw new InvalidOperationException($"There is no way to resume called {mode}."),
        };
        await session.ExecuteAsync(
            $"""
            update occurrences set state = 'due', reason = 'resumed', state_changed_at = @now, changed_by = @by, start_deadline = null, hold_until = null,
                misfire = 'catch_up', next_attempt_at = @now
            where schedule_id = @id and {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Due)} and reason = @Paused and {released}
            """,
            new { id, by, now, Paused },
            cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"""
            update occurrences set state = 'skipped', reason = @why, state_changed_at = @now, changed_by = @by, hold_until = null, finished_at = @now
            where schedule_id = @id and {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Skipped)} and reason = @Paused
            """,
            new { id, by, now, Paused, why = mode == ResumeMode.Skip ? Paused : "superseded" },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Cancels what has not begun; what is being delivered is left to its end.</summary>
    public Task CancelAsync(Session session, ScheduleId id, string reason, string by, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set state = 'cancelled', reason = @reason, state_changed_at = @now, changed_by = @by, finished_at = @now
        where schedule_id = @id and {OccurrenceTransitions.Where(OccurrenceActor.Schedule, OccurrenceState.Cancelled)} and step <> 'delivering'
        """,
        new { id, reason, by, now },
        cancellationToken);
}
