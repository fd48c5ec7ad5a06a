using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Archive;

/// <summary>The rules of legal holds: a reason for placing and for releasing, and an audit entry for each.</summary>
internal sealed class Holds(Database database, ReportStore reports, HoldStore store, AuditLog audit, TimeProvider clock)
{
    private const int LongestReason = 2000;

    /// <exception cref="ProblemException">There is no such report for the caller.</exception>
    public async Task<ImmutableArray<Hold>> ListAsync(Caller caller, ReportId reportId, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await RequireAsync(session, caller, reportId, cancellationToken).ConfigureAwait(false);
        return await store.ListAsync(session, reportId, cancellationToken).ConfigureAwait(false);
    }

    /// <exception cref="ProblemException">There is no reason, no such report for the caller, or its content went already.</exception>
    public async Task<HoldId> PlaceAsync(Caller caller, ReportId reportId, string? reason, CancellationToken cancellationToken)
    {
        var why = Reason(reason);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await store.LockAsync(session, reportId, cancellationToken).ConfigureAwait(false);
        var report = await RequireAsync(session, caller, reportId, cancellationToken).ConfigureAwait(false);
        if (report.PrunedAt is not null)
            throw new ProblemException(ProblemType.NotPossibleNow, "The content of the report went under retention; there is nothing left to hold.");
        var id = await store.AddAsync(session, reportId, why, caller.UserId, clock.Now(), cancellationToken).ConfigureAwait(false);
        await NoteAsync(session, caller, "report.hold_placed", reportId, id, why, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return id;
    }

    /// <exception cref="ProblemException">There is no reason, no such report for the caller, or no such hold that lasts.</exception>
    public async Task ReleaseAsync(Caller caller, ReportId reportId, HoldId id, string? reason, CancellationToken cancellationToken)
    {
        var why = Reason(reason);
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await RequireAsync(session, caller, reportId, cancellationToken).ConfigureAwait(false);
        if (!await store.ReleaseAsync(session, reportId, id, why, caller.UserId, clock.Now(), cancellationToken).ConfigureAwait(false))
            throw ProblemException.NotFound("Hold");
        await NoteAsync(session, caller, "report.hold_released", reportId, id, why, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Reason(string? reason)
    {
        var check = new RequestCheck();
        var why = check.Text(reason, "reason", LongestReason);
        check.ThrowIfRefused();
        return why;
    }

    private async Task<StoredReport> RequireAsync(Session session, Caller caller, ReportId id, CancellationToken cancellationToken) =>
        await reports.FindAsync(session, caller, id, cancellationToken).ConfigureAwait(false) ?? throw ProblemException.NotFound("Report");

    private Task NoteAsync(Session session, Caller caller, string action, ReportId reportId, HoldId id, string reason, CancellationToken cancellationToken) => audit.AppendAsync(
        session, caller, action, reportId.ToString(), null, new Json($$"""{"hold":"{{id}}","reason":{{JsonSerializer.Serialize(reason, ReportsJson.Default.String)}}}"""), cancellationToken);
}
