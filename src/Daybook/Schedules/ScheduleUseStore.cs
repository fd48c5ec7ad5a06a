using System.Collections.Immutable;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Schedules;

/// <summary>What schedules use: their calendars and templates.</summary>
internal sealed class ScheduleUseStore
{
    private static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    /// <summary>The active schedules that name a calendar, by name.</summary>
    public Task<ImmutableArray<Schedule>> OfCalendarAsync(Session session, string calendarId, CancellationToken cancellationToken) => session.ListAsync<Schedule>(
        $"select {ScheduleStore.Columns} from {ScheduleStore.From} where s.calendar_id = @calendarId and s.deleted_at is null and s.is_active order by coalesce(s.name, t.name), s.id",
        new { calendarId },
        cancellationToken);

    /// <returns>How many name a calendar, those that are switched off too.</returns>
    public Task<long> CountOfCalendarAsync(Session session, string calendarId, CancellationToken cancellationToken) =>
        session.GetAsync<long>("select count(*) from cob_report_schedules where calendar_id = @calendarId and deleted_at is null", new { calendarId }, cancellationToken);

    /// <summary>Has every schedule that names a calendar planned anew.</summary>
    public Task ReplanOfCalendarAsync(Session session, string calendarId, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set plan_at = @AtOnce, plan_reason = coalesce(plan_reason, 'calendar') where calendar_id = @calendarId and deleted_at is null",
        new { calendarId, AtOnce },
        cancellationToken);

    /// <summary>Marks the schedules of a template that is no longer active.</summary>
    /// <returns>Those that were not marked before.</returns>
    public Task<ImmutableArray<ScheduleId>> FlagOfTemplateAsync(Session session, TemplateId id, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<ScheduleId>(
        "update cob_report_schedules set flag = @flag, flagged_at = @now where template_id = @id and deleted_at is null and flag is null returning id",
        new { id, flag = ScheduleFlag.TemplateInactive, now },
        cancellationToken);

    /// <summary>Takes the mark away.</summary>
    public Task UnflagOfTemplateAsync(Session session, TemplateId id, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set flag = null, flagged_at = null where template_id = @id and flag = @flag", new { id, flag = ScheduleFlag.TemplateInactive }, cancellationToken);
}
