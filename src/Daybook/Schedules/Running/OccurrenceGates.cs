using Daybook.Documents;
using Daybook.Reports;
using Daybook.Reports.Comparison;
using Daybook.Schedules.Policies;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Asks the conditions of a schedule about a report that is made. A condition that cannot be answered holds the report: it is never taken for true or false.</summary>
internal sealed class OccurrenceGates(Database database, ReportStore reports, ReportQuestions questions, RunStore runs, ContentStore contents)
{
    /// <returns>Whether there is anything to ask, or to decide.</returns>
    public static bool MayHold(SchedulePolicies policies, ReportStanding report) =>
        policies is not { FreshIf: null, SendIf: null, OnlyIfChanged: false, RequireApproval: false }
        || (report.Status == ReportState.CompletedWithErrors && policies.OnPartial != OnPartial.Deliver);

    public async Task<GateVerdict> AskAsync(SchedulePolicies policies, Occurrence occurrence, ReportStanding report, CancellationToken cancellationToken)
    {
        var isPartial = report.Status == ReportState.CompletedWithErrors;
        if (isPartial && policies.OnPartial == OnPartial.Fail)
            return new GateVerdict(OccurrenceState.Failed, "partial", report.ErrorMessage);
        if (isPartial && policies.OnPartial == OnPartial.Hold)
            return GateVerdict.Hold("partial", report.ErrorMessage);
        if (occurrence.Origin == OccurrenceOrigin.Test)
            return GateVerdict.Open;
        if (policies.FreshIf is { } fresh && await questions.AskAsync(fresh, "fresh_if", report.Id, cancellationToken).ConfigureAwait(false) is var (isFresh, why) && isFresh is not true)
            return GateVerdict.Hold(isFresh is null ? "fresh_if_failed" : "stale_data", why);
        if (policies.SendIf is { } condition)
        {
            var (sends, problem) = await questions.AskAsync(condition, "send_if", report.Id, cancellationToken).ConfigureAwait(false);
            if (sends is not true)
                return sends is null ? GateVerdict.Hold("send_if_failed", problem) : new GateVerdict(null, "send_if_false");
        }

        if (policies.OnlyIfChanged && !isPartial && await IsUnchangedAsync(occurrence, report, cancellationToken).ConfigureAwait(false))
            return new GateVerdict(null, "unchanged");
        return policies.RequireApproval ? GateVerdict.Hold("approval") : GateVerdict.Open;
    }

    private async Task<bool> IsUnchangedAsync(Occurrence occurrence, ReportStanding report, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (await runs.ReportBeforeAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is not { } id)
            return false;
        var before = (await reports.StandingsAsync(session, [id], cancellationToken).ConfigureAwait(false)).FirstOrDefault();
        if (before?.DocumentSha256 is not { } old || report.DocumentSha256 is not { } present)
            return false;
        var difference = ReportDifference.Between(
            new ComparedReport(DocumentJson.Read(await contents.ReadAsync(session, old, cancellationToken).ConfigureAwait(false)), null),
            new ComparedReport(DocumentJson.Read(await contents.ReadAsync(session, present, cancellationToken).ConfigureAwait(false)), null));
        return difference.Figures.IsEmpty && difference.Rows.IsEmpty && difference.Sections.IsEmpty;
    }
}
