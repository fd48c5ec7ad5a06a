using System.Collections.Immutable;
using Daybook.Schedules.Policies;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Changes of all occurrences of one schedule at once: pause, resume, end.</summary>
internal sealed class OccurrenceHoldStore(Database database)
{
    /// <summary>Occurrences that one transaction lets go of, of each kind.</summary>
    public const int Batch = TickStore.Batch;

    private const string Paused = "paused";

    /// <summary>Holds what is due and has not begun; what is planned is held when its time comes.</summary>
    public Task PauseAsync(Session session, ScheduleId id, string by, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        $"""
        update occurrences set state = 'held', reason = @Paused, state_changed_at = @now, changed_by = @by
        where schedule_id = @id and {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Held)} and state = 'due' and attempt = 0 and origin = 'scheduled' and not wanted
        """,
        new { id, by, now, Paused },
        cancellationToken);

    /// <returns>The instant up to which a pause held what it has held: now, or after it where the clock went back.</returns>
    public async Task<DateTimeOffset> SinceAsync(Session session, ScheduleId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = await session.FindAsync<DateTimeOffset?>(
            "select max(state_changed_at) from occurrences where schedule_id = @id and state = 'held' and reason = @Paused", new { id, Paused }, cancellationToken).ConfigureAwait(false);
        return last > now ? last.Value : now;
    }

    /// <summary>
    /// Lets go of what the pause held, as the mode says: the oldest first and no more than <see cref="Batch"/> of them, so that nobody else waits long after a long pause. What runs now has no
    /// deadline any more: somebody wanted it.
    /// </summary>
    /// <param name="since">When the pause came to its end, or somebody ended it: what was held after it only waits for the end of this work, and runs whatever the mode.</param>
    /// <returns>How many that were; as many as <see cref="Batch"/> where more may be held, and the pause has to last until they are let go, too.</returns>
    public async Task<int> ResumeAsync(Session session, ScheduleId id, ResumeMode mode, string by, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Held = "schedule_id = @id and state = 'held' and reason = @Paused", Before = $"{Held} and state_changed_at <= @since";
        var skipped = mode == ResumeMode.All ? [] : await OldestAsync(
            $"{Before} {(mode == ResumeMode.Latest ? $"and due_at < (select max(due_at) from occurrences where {Before})" : "")}").ConfigureAwait(false);
        await session.ExecuteAsync(
            $"""
            update occurrences set state = 'skipped', reason = @why, state_changed_at = @now, changed_by = @by, hold_until = null, finished_at = @now
            where {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Skipped)} and id {database.IsOneOf("ids")}
            """,
            new { ids = database.Keys(skipped), by, now, why = mode == ResumeMode.Skip ? Paused : "superseded" },
            cancellationToken).ConfigureAwait(false);
        if (skipped.Length == Batch)
            return Batch;
        var released = await OldestAsync(Held).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"""
            update occurrences set state = 'due', reason = 'resumed', state_changed_at = @now, changed_by = @by, start_deadline = null, hold_until = null,
                misfire = 'catch_up', next_attempt_at = @now
            where {OccurrenceTransitions.Where(OccurrenceActor.Pause, OccurrenceState.Due)} and id {database.IsOneOf("ids")}
            """,
            new { ids = database.Keys(released), by, now },
            cancellationToken).ConfigureAwait(false);
        return skipped.Length + released.Length;

        // By their ids: with statistics from before all of this was held, PostgreSQL would compare each that is held with each that is let go of.
        Task<ImmutableArray<OccurrenceId>> OldestAsync(string where) => session.ListAsync<OccurrenceId>(
            $"select id from occurrences where {where} order by due_at, id limit {Batch}", new { id, since, Paused }, cancellationToken);
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
