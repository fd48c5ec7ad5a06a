using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Schedules;

/// <summary>The schedules of a template: they do not go on without it, and do not end in silence.</summary>
internal sealed class TemplateSchedules(ScheduleUseStore store, ScheduleStore schedules, OccurrenceHoldStore holds, OwnerNotices notices, OccurrenceClock time, AuditLog audit)
{
    /// <summary>Pauses and marks the schedules of a template that is no longer active, and tells their owners.</summary>
    public async Task DeactivatedAsync(Session session, Caller caller, TemplateId id, string name, CancellationToken cancellationToken)
    {
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var note = $"The template '{name}' was deleted.";
        var flagged = await store.FlagOfTemplateAsync(session, id, now, cancellationToken).ConfigureAwait(false);
        foreach (var schedule in flagged)
        {
            await notices.AddAsync(session, NoticeKind.Flagged, schedule, null, note + " The schedule is paused; give it another template, or delete it.", now, cancellationToken).ConfigureAwait(false);
            var found = await schedules.FindAsync(session, Caller.Server, schedule, cancellationToken).ConfigureAwait(false);
            if (found is null or { IsPaused: true, PausedUntil: null })
                continue;
            // A pause that would end by itself would let it go on without its template.
            await schedules.PauseAsync(session, schedule, caller.Id, found.PauseNote is { } before ? $"{note} Paused before: {before}" : note, null, now, cancellationToken).ConfigureAwait(false);
            await holds.PauseAsync(session, schedule, caller.Username, now, cancellationToken).ConfigureAwait(false);
            await audit.AppendAsync(session, caller, "schedule.paused", schedule.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the mark away; the schedules stay paused until somebody resumes them.</summary>
    public Task ActivatedAsync(Session session, TemplateId id, CancellationToken cancellationToken) => store.UnflagOfTemplateAsync(session, id, cancellationToken);
}
