using System.Globalization;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Ends runs: the state, the history and what owners are told of it, in one transaction.</summary>
internal sealed class RunEnds(RunStore runs, ReportStore reports, OwnerNotices notices)
{
    /// <param name="burst">How its burst came out; null where there is one report.</param>
    public async Task<bool> FinishAsync(
        Session session, Schedule schedule, Occurrence occurrence, DeliverySummary deliveries, BurstVerdict? burst, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (blocks, exports, failed) = (occurrence.BlockErrors ?? 0, occurrence.ExportErrors ?? 0, deliveries.Failed + deliveries.Unknown);
        var summary = Stated(deliveries);
        if (blocks + exports + failed == 0)
            return await EndAsync(session, schedule, occurrence, new RunEnd(OccurrenceState.Succeeded, occurrence.SuppressReason, Deliveries: summary), null, now, cancellationToken).ConfigureAwait(false);
        var reason = blocks > 0 ? burst is null ? "block_failed" : "recipients_failed" : exports > 0 ? "export_failed" : "delivery_failed";
        var text = burst is null
            ? string.Create(CultureInfo.InvariantCulture, $"{blocks} blocks, {exports} formats and {failed} deliveries failed or are unknown.")
            : string.Join(' ', [.. burst.Sentences, .. failed > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{failed} deliveries failed or are unknown.")] : Array.Empty<string>()]);
        return await EndAsync(
            session, schedule, occurrence, new RunEnd(OccurrenceState.CompletedWithErrors, reason, reason, text, summary), NoticeKind.CompletedWithErrors, now, cancellationToken).ConfigureAwait(false);
    }

    public Task<bool> FailAsync(Session session, Schedule schedule, Occurrence occurrence, string reason, string code, string? text, DateTimeOffset now, CancellationToken cancellationToken) =>
        EndAsync(session, schedule, occurrence, new RunEnd(OccurrenceState.Failed, reason, code, text), NoticeKind.Failed, now, cancellationToken);

    public async Task<bool> HoldAsync(
        Session session, Schedule schedule, Occurrence occurrence, GateVerdict verdict, DateTimeOffset? until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await runs.HoldAsync(session, occurrence, verdict.Reason!, verdict.Text, until, now, cancellationToken).ConfigureAwait(false))
            return false;
        if (occurrence.Origin == OccurrenceOrigin.Test)
            return true;
        await notices.AddAsync(session, NoticeKind.Held, schedule.Id, occurrence.Id, $"{Named(schedule, occurrence)} waits for a decision: {verdict.Reason}.", now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <param name="by">Who wanted it: <c>user</c>, <c>overlap</c> or <c>schedule</c>.</param>
    public async Task<bool> CancelAsync(
        Session session, Schedule schedule, Occurrence occurrence, ReportStanding? report, string by, DeliverySummary deliveries, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = new RunEnd(OccurrenceState.Cancelled, by == "overlap" ? "overlap_cancelled" : "cancelled", Deliveries: Stated(deliveries));
        if (!await runs.CancelAsync(session, occurrence, by == "overlap" ? OccurrenceActor.Overlap : OccurrenceActor.User, end, now, cancellationToken).ConfigureAwait(false))
            return false;
        if (report is { Status.IsOver: false })
            await reports.CancelAsync(session, report.Id, now, cancellationToken).ConfigureAwait(false);
        if (by == "overlap")
        {
            await notices.AddAsync(
                session, NoticeKind.Overlapped, schedule.Id, occurrence.Id, $"{Named(schedule, occurrence)} was cancelled because the next one fell due.", now, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Null where there were none.</summary>
    private static Json? Stated(DeliverySummary deliveries) => deliveries == new DeliverySummary() ? null : OccurrenceDeliveries.ToJson(deliveries);

    public static string Named(Schedule schedule, Occurrence occurrence) =>
        string.Create(CultureInfo.InvariantCulture, $"'{schedule.Name}' of {occurrence.BusinessDate:yyyy-MM-dd}, {occurrence.Slot},");

    /// <param name="notice">A word of <see cref="NoticeKind"/>; null where all is well, which is told only after something was not.</param>
    private async Task<bool> EndAsync(Session session, Schedule schedule, Occurrence occurrence, RunEnd end, string? notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await runs.FinishAsync(session, occurrence, end, now, cancellationToken).ConfigureAwait(false))
            return false;
        await runs.NoteExecutionAsync(session, occurrence, end, now, cancellationToken).ConfigureAwait(false);
        if (occurrence.Origin == OccurrenceOrigin.Test)
            return true;
        if (notice is not null)
        {
            await notices.AddAsync(
                session, notice, schedule.Id, occurrence.Id, $"{Named(schedule, occurrence)} is {end.State}: {end.ErrorText ?? end.Reason}", now, cancellationToken).ConfigureAwait(false);
        }
        else if (await runs.OwnEndBeforeAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is { } own)
        {
            await notices.AddAsync(
                session, NoticeKind.Recovered, schedule.Id, occurrence.Id, $"{Named(schedule, occurrence)} succeeded; it was {own} before.", now, cancellationToken).ConfigureAwait(false);
        }
        else if (await runs.StateBeforeAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is { } before && before != OccurrenceState.Succeeded)
        {
            await notices.AddAsync(
                session, NoticeKind.Recovered, schedule.Id, occurrence.Id, $"{Named(schedule, occurrence)} succeeded; the one before was {before}.", now, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }
}
