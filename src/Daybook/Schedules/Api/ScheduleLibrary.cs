using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Schedules.Running;
using Daybook.Storage;

namespace Daybook.Schedules.Api;

/// <summary>The rules of changing schedules: nothing is overwritten unseen, every change leaves an audit entry, and the plan follows.</summary>
internal sealed class ScheduleLibrary(ScheduleStore store, ScheduleInput input, OccurrenceClock time, AuditLog audit)
{
    public async Task<(ScheduleId Id, ReadSchedule Schedule)> AddAsync(Session session, Caller caller, JsonElement body, CancellationToken cancellationToken)
    {
        var read = await input.ReadAsync(session, caller, body, null, cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        var id = await store.AddAsync(session, read.Content, caller.UserId, now, cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "schedule.created", id.ToString(), null, State(read.Content), cancellationToken).ConfigureAwait(false);
        return (id, read);
    }

    /// <param name="sent">The fields that change.</param>
    /// <param name="version">That the change was made from; null takes the present one.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="ProblemException">The schedule is not there for the caller, was changed since, or would be wrong.</exception>
    public async Task<(int Version, ReadSchedule Schedule)> ChangeAsync(Session session, Caller caller, ScheduleId id, JsonElement sent, int? version, CancellationToken cancellationToken)
    {
        ScheduleInput.Object(sent);
        var before = await store.LockAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Schedule");
        EntityTag.Require(before.Version, version, "The schedule");
        var read = await input.ReadAsync(session, caller, ScheduleChange.Apply(before, Require(before), sent), before, cancellationToken).ConfigureAwait(false);
        var now = await time.NowAsync(session, cancellationToken).ConfigureAwait(false);
        if (!await store.UpdateAsync(session, id, read.Content, before.Version, now, cancellationToken).ConfigureAwait(false))
            throw new ProblemException(ProblemType.StaleEdit, "The schedule was changed since you read it; read it again.");
        await audit.AppendAsync(session, caller, "schedule.updated", id.ToString(), new Json(ScheduleChange.Present(before, Require(before)).ToJsonString()), State(read.Content), cancellationToken).ConfigureAwait(false);
        return (before.Version + 1, read);
    }

    /// <exception cref="ProblemException">A later version of the program wrote it.</exception>
    public static ScheduleDefinition Require(Schedule schedule) =>
        schedule.Rule ?? throw new ProblemException(ProblemType.NotPossibleNow, "This program cannot read the schedule's rule; it was written by another version.");

    private static Json State(ScheduleContent content) => new(
        $$"""{"name":{{JsonSerializer.Serialize(content.Name, ScheduleApiJson.Default.String)}},"template_id":"{{content.TemplateId}}","definition":{{Writing.ScheduleWriter.Text(content.Rule)}},"policies":{{content.Policies.ToJson()}},"parameters":{{content.Parameters}},"export_formats":{{content.ExportFormats}},"distribution":{{content.Distribution}},"burst":{{content.Burst?.Text ?? "null"}},"locale":{{(content.Locale is { } locale ? $"\"{locale}\"" : "null")}},"is_active":{{(content.IsActive ? "true" : "false")}},"priority":{{content.Priority}}}""");
}
