using System.Collections.Immutable;
using System.Globalization;
using Daybook.Accounts;
using Daybook.Input;
using Daybook.Schedules.Policies;
using Daybook.Schedules.Rules;
using Daybook.Schedules.Writing;
using Daybook.Storage;
using NodaTime;

namespace Daybook.Schedules;

/// <summary>What callers ask about schedules; every query asks for their rights: owners see their own, operators all.</summary>
internal sealed class ScheduleStore(Database database)
{
    internal const string Columns =
        """
        s.id, s.template_id, t.name as template_name, coalesce(s.name, t.name) as name, s.definition, s.policies, s.frequency, s.timezone, s.parameters, s.export_formats,
        s.distribution_config, s.burst, s.locale, s.is_active, s.version, s.owner_id, o.username as owner_name, s.created_by, s.created_at, s.updated_at, s.paused_at,
        p.username as paused_by_name, s.pause_note, s.paused_until, s.flag, s.flagged_at, s.priority, s.last_run_at, s.next_run_at, s.planned_through,
        s.plan_reason, s.plan_tzdb
        """;

    internal const string From =
        """
        cob_report_schedules s join cob_report_templates t on t.id = s.template_id left join users o on o.id = s.owner_id left join users p on p.id = s.paused_by
        """;

    private const string MayRead = "s.deleted_at is null and (@seesAll or s.owner_id = @userId)";

    /// <summary>Has the plan looked at as soon as may be.</summary>
    internal static readonly DateTimeOffset AtOnce = DateTimeOffset.UnixEpoch;

    public Task<Schedule?> FindAsync(Session session, Caller caller, ScheduleId id, CancellationToken cancellationToken) => session.FindAsync<Schedule>(
        $"select {Columns} from {From} where s.id = @id and {MayRead}", Rights(caller, new { id }), cancellationToken);

    /// <summary>The same, for a change: others who change it wait.</summary>
    public async Task<Schedule?> LockAsync(Session session, Caller caller, ScheduleId id, CancellationToken cancellationToken)
    {
        await session.FindAsync<ScheduleId?>($"select id from cob_report_schedules where id = @id {database.ForUpdate}", new { id }, cancellationToken).ConfigureAwait(false);
        return await FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>By name; those after a name and id.</summary>
    public Task<ImmutableArray<Schedule>> ListAsync(
        Session session, Caller caller, ScheduleFilter filter, string afterName, ScheduleId afterId, int limit, CancellationToken cancellationToken)
    {
        var where = string.Concat(
            filter.ActiveOnly ? " and s.is_active" : "",
            filter.OwnerId is null ? "" : " and s.owner_id = @OwnerId",
            filter.TemplateId is null ? "" : " and s.template_id = @TemplateId");
        return session.ListAsync<Schedule>(
            $"select {Columns} from {From} where {MayRead}{where} and (coalesce(s.name, t.name), s.id) > (@afterName, @afterId) order by coalesce(s.name, t.name), s.id limit @limit",
            Rights(caller, new { filter.OwnerId, filter.TemplateId, afterName, afterId, limit }),
            cancellationToken);
    }

    public Task<ScheduleId> AddAsync(Session session, ScheduleContent content, UserId owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = Parameters(content);
        parameters.Add("owner", owner);
        parameters.Add("now", now);
        return session.GetAsync<ScheduleId>(
            $"""
            insert into cob_report_schedules (template_id, name, frequency, schedule_time, timezone, definition, policies, parameters, export_formats, distribution_config, burst, locale,
                is_active, priority, calendar_id, misfire, catch_up_cap, concurrency, created_by, owner_id, created_at, updated_at, planned_through)
            values (@TemplateId, @Name, @frequency, {Time}, @Zone, @definition, @policies, @Parameters, @ExportFormats, @Distribution, @Burst, @Locale,
                @IsActive, @Priority, @Calendar, @misfire, @CatchUpCap, @concurrency, @owner, @owner, @now, @now, @now)
            returning id
            """,
            parameters,
            cancellationToken);
    }

    /// <summary>Has its plan made anew as well.</summary>
    /// <param name="version">That the change was made from.</param>
    /// <returns>False when somebody else changed it since, or it is gone.</returns>
    public async Task<bool> UpdateAsync(Session session, ScheduleId id, ScheduleContent content, int version, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parameters = Parameters(content);
        parameters.Add("id", id);
        parameters.Add("version", version);
        parameters.Add("now", now);
        parameters.Add("atOnce", AtOnce);
        return await session.ExecuteAsync(
            $"""
            update cob_report_schedules set template_id = @TemplateId, name = @Name, frequency = @frequency, schedule_time = {Time}, timezone = @Zone, definition = @definition,
                policies = @policies, parameters = @Parameters, export_formats = @ExportFormats, distribution_config = @Distribution, burst = @Burst, locale = @Locale, is_active = @IsActive, priority = @Priority,
                calendar_id = @Calendar, misfire = @misfire, catch_up_cap = @CatchUpCap, concurrency = @concurrency, flag = null, flagged_at = null,
                version = version + 1, plan_at = @atOnce, plan_reason = 'edited', updated_at = @now
            where id = @id and version = @version and deleted_at is null
            """,
            parameters,
            cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>Its history stays; its occurrences that have not begun are cancelled by <see cref="Running.ScheduleActions"/>.</summary>
    /// <returns>False when it is gone already.</returns>
    public async Task<bool> DeleteAsync(Session session, ScheduleId id, DateTimeOffset now, CancellationToken cancellationToken) => await session.ExecuteAsync(
        "update cob_report_schedules set deleted_at = @now, is_active = false, next_run_at = null, version = version + 1 where id = @id and deleted_at is null",
        new { id, now },
        cancellationToken).ConfigureAwait(false) == 1;

    /// <param name="until">Null until somebody resumes it.</param>
    public Task PauseAsync(Session session, ScheduleId id, UserId? by, string? note, DateTimeOffset? until, DateTimeOffset now, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set paused_at = @now, paused_by = @by, pause_note = @note, paused_until = @until where id = @id", new { id, by, note, until, now }, cancellationToken);

    public Task ResumeAsync(Session session, ScheduleId id, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set paused_at = null, paused_by = null, pause_note = null, paused_until = null where id = @id", new { id }, cancellationToken);

    /// <summary>Marks what belongs to somebody who may no longer sign in.</summary>
    /// <returns>Those that were not marked before.</returns>
    public Task<ImmutableArray<ScheduleId>> FlagOwnerLeftAsync(Session session, UserId owner, DateTimeOffset now, CancellationToken cancellationToken) => session.ListAsync<ScheduleId>(
        "update cob_report_schedules set flag = 'owner_left', flagged_at = @now where owner_id = @owner and deleted_at is null and flag is null returning id", new { owner, now }, cancellationToken);

    /// <summary>Takes the mark away from what belongs to somebody who came back.</summary>
    public Task UnflagOwnerLeftAsync(Session session, UserId owner, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set flag = null, flagged_at = null where owner_id = @owner and flag = 'owner_left'", new { owner }, cancellationToken);

    /// <summary>Gives everything of one user to another.</summary>
    public Task<int> HandOverAsync(Session session, UserId from, UserId to, CancellationToken cancellationToken) => session.ExecuteAsync(
        "update cob_report_schedules set owner_id = @to, flag = case when flag = 'owner_left' then null else flag end where owner_id = @from and deleted_at is null", new { from, to }, cancellationToken);

    private string Time => database.Dialect == "sqlite" ? "@time" : "cast(@time as time)";

    private static Dapper.DynamicParameters Parameters(ScheduleContent content)
    {
        var rule = content.Rule;
        var parameters = new Dapper.DynamicParameters(new
        {
            content.TemplateId, content.Name, rule.Zone, content.Parameters, content.ExportFormats, content.Distribution, content.Burst, content.Locale,
            content.IsActive, content.Priority, rule.Calendar, rule.CatchUpCap,
        });
        parameters.Add("definition", new Json(ScheduleWriter.Text(rule)));
        parameters.Add("policies", content.Policies.ToJson());
        parameters.Add("frequency", rule.Rule.Accept(GuideFrequency.Instance));
        parameters.Add("time", (rule.Times.IsDefaultOrEmpty ? LocalTime.Midnight : rule.Times[0]).ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        parameters.Add("misfire", EnumWords<Misfire>.Of(rule.Misfire));
        parameters.Add("concurrency", EnumWords<Concurrency>.Of(rule.Concurrency));
        return parameters;
    }

    private static Dapper.DynamicParameters Rights(Caller caller, object others)
    {
        var parameters = new Dapper.DynamicParameters(others);
        parameters.Add("seesAll", caller.Role.Includes(Role.Operator));
        parameters.Add("userId", caller.Id);
        return parameters;
    }
}
