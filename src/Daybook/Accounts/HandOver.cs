using System.Text.Json;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Schedules;
using Daybook.Schedules.Running;
using Daybook.Storage;
using Daybook.Templates;

namespace Daybook.Accounts;

/// <summary>What happens to somebody's things when they leave: nothing of it ends in silence.</summary>
internal sealed class HandOver(UserStore users, TemplateStore templates, ReportStore reports, ScheduleStore schedules, OwnerNotices notices, CredentialStore credentials, AuditLog audit, TimeProvider clock)
{
    public Task<Ownership> OfAsync(Session session, UserId id, CancellationToken cancellationToken) => session.GetAsync<Ownership>(
        """
        select
            (select count(*) from cob_report_templates where owner_id = @id and is_active) as templates,
            (select count(*) from cob_report_schedules where owner_id = @id and deleted_at is null) as schedules,
            (select count(*) from cob_generated_reports where coalesce(owner_id, generated_by) = @id) as reports,
            (select count(*) from access_tokens where user_id = @id and revoked_at is null and expires_at > @now) as tokens
        """,
        new { id, now = clock.Now() },
        cancellationToken);

    /// <summary>Gives everything of one user to another, and ends the tokens of the first.</summary>
    /// <param name="to">A user's name.</param>
    /// <returns>What was given.</returns>
    /// <exception cref="ProblemException">There is no such user, or the new owner cannot be one.</exception>
    public async Task<Ownership> MoveAsync(Session session, Caller caller, UserId from, string? to, CancellationToken cancellationToken)
    {
        var check = new RequestCheck();
        var name = check.Line(to, "to", 255);
        check.ThrowIfRefused();
        var leaver = await users.FindAsync(session, from, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("User");
        var heir = await users.FindAsync(session, name, cancellationToken).ConfigureAwait(false);
        check.Refuse(heir is not { IsActive: true }, "to", "is the name of no active user", "unknown_user");
        check.Refuse(heir?.Id == from, "to", "must be somebody else", "same_user");
        check.Refuse(heir is { IsActive: true } && !heir.Role.Includes(Role.Author), "to", "must at least be an author", "wrong_role");
        check.ThrowIfRefused();

        var moved = await OfAsync(session, from, cancellationToken).ConfigureAwait(false);
        await templates.HandOverAsync(session, from, heir!.Id, cancellationToken).ConfigureAwait(false);
        await reports.HandOverAsync(session, from, heir.Id, cancellationToken).ConfigureAwait(false);
        await schedules.HandOverAsync(session, from, heir.Id, cancellationToken).ConfigureAwait(false);
        await credentials.RevokeTokensAsync(session, from, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, "user.handed_over", leaver.Id.ToString(), State(leaver.Username, moved), State(heir.Username, moved), cancellationToken).ConfigureAwait(false);
        return moved;
    }

    /// <summary>Marks the schedules of somebody who may no longer sign in, so that whoever looks after the server sees them and is told.</summary>
    public async Task FlagAsync(Session session, User leaver, CancellationToken cancellationToken)
    {
        foreach (var schedule in await schedules.FlagOwnerLeftAsync(session, leaver.Id, clock.Now(), cancellationToken).ConfigureAwait(false))
        {
            await notices.AddAsync(
                session, NoticeKind.Flagged, schedule, null, $"Its owner {leaver.Username} may no longer sign in, and without an owner no report of it is made. Hand over what {leaver.Username} owns (POST /users/{leaver.Id}/hand-over), or let {leaver.Username} sign in again.", clock.Now(), cancellationToken).ConfigureAwait(false);
        }
    }

    public Task UnflagAsync(Session session, UserId id, CancellationToken cancellationToken) => schedules.UnflagOwnerLeftAsync(session, id, cancellationToken);

    private static Json State(string owner, Ownership moved) =>
        new(JsonSerializer.Serialize(new HandOverEntry(owner, moved.Templates, moved.Schedules, moved.Reports, moved.Tokens), AccountsJson.Default.HandOverEntry));
}
