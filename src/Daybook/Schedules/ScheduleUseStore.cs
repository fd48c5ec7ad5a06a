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

    /// <returns>The names of those that name a calendar, those that are switched off too.</returns>
    public Task<ImmutableArray<string>> NamesOfCalendarAsync(Session session, string calendarId, CancellationToken cancellationToken) => session.ListAsync<string>(
        $"select coalesce(s.name, t.name) as name from {ScheduleStore.From} where s.calendar_id = @calendarId and s.deleted_at is null order by coalesce(s.name, t.name), s.id",
        new { calendarId },
        cancellationToken);

    /// <summary>Has every schedule that names a calendar planned anew.</summary>
    public Task ReplanOfCalendarAsync(Session session, string calendarId, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set plan_at = @AtOnce, plan_reason = coalesce(plan_reason, 'calendar') where calendar_id = @calendarId and deleted_at is null",
        new { calendarId, AtOnce },
        cancellationToken);

    /// <returns>The names of the schedules of which something falls due in a stretch of time, deleted ones among them.</returns>
    public async Task<IReadOnlyDictionary<ScheduleId, string>> NamesAsync(Session session, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var found = await session.ListAsync<ScheduleName>(
            """
            select s.id, coalesce(s.name, t.name) as name from cob_report_schedules s join cob_report_templates t on t.id = s.template_id
            where exists (select 1 from occurrences o where o.schedule_id = s.id and o.due_at >= @from and o.due_at < @to)
            """,
            new { from, to },
            cancellationToken).ConfigureAwait(false);
        return found.ToDictionary(schedule => schedule.Id, schedule => schedule.Name);
    }

    /// <returns>The name of a schedule, also of a deleted one.</returns>
    public Task<string> NameAsync(Session session, ScheduleId id, CancellationToken cancellationToken) => session.GetAsync<string>(
        "select coalesce(s.name, t.name) from cob_report_schedules s join cob_report_templates t on t.id = s.template_id where s.id = @id", new { id }, cancellationToken);

    /// <summary>Marks the schedules of a template that is no longer active.</summary>
    /// <returns>Those that were not marked before.</returns>
    public Task<ImmutableArray<ScheduleId>> FlagOfTemplateAsync(Session session, TemplateId id, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<ScheduleId>(
        "update cob_report_schedules set flag = @flag, flagged_at = @now where template_id = @id and deleted_at is null and coalesce(flag, '') <> @flag returning id",
        new { id, flag = ScheduleFlag.TemplateInactive, now },
        cancellationToken);

    /// <summary>Takes the mark away.</summary>
    public Task UnflagOfTemplateAsync(Session session, TemplateId id, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set flag = null, flagged_at = null where template_id = @id and flag = @flag", new { id, flag = ScheduleFlag.TemplateInactive }, cancellationToken);
}
