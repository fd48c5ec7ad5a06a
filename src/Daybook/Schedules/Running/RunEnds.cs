using System.Collections.Immutable;
using System.Globalization;
using Daybook.Delivery;
using Daybook.Delivery.Bursting;
using Daybook.Reports;
using Daybook.Schedules.Words;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Ends runs: the state, the history and what owners are told of it, in one transaction.</summary>
internal sealed class RunEnds(RunStore runs, ReportStore reports, OwnerNotices notices)
{
    /// <summary>Why every run of a schedule that cannot go on fails is told once a day, however often it is due; a little less than a day, so that a daily one is told each day.</summary>
    private static readonly TimeSpan ToldAgain = TimeSpan.FromHours(23);

    /// <summary>How a run ended whose deliveries are final.</summary>
    /// <param name="burst">How its burst came out; null where there is one report.</param>
    /// <param name="reasons">Of <see cref="ReasonsAsync"/>.</param>
    public static EndedRun Of(Schedule schedule, Occurrence occurrence, DeliverySummary deliveries, BurstVerdict? burst, IReadOnlyDictionary<ReportId, string> reasons)
    {
        var (blocks, exports) = (occurrence.BlockErrors ?? 0, occurrence.ExportErrors ?? 0);
        var summary = Stated(deliveries);
        if (blocks + exports + deliveries.Failed + deliveries.Unknown == 0 && !deliveries.ReachedNobody)
            return new EndedRun(schedule, occurrence, Good(occurrence, deliveries, summary, burst), null);
        var reason = blocks > 0 ? burst is null ? "block_failed" : "recipients_failed" : exports > 0 ? "export_failed" : deliveries.HasErrors ? "delivery_failed" : "nobody_reached";
        string[] sentences = burst is null
            ? [.. RunFailures.Sentences(blocks, exports, deliveries, occurrence.ReportId is { } report ? reasons.GetValueOrDefault(report) : null)]
            : [.. burst.Sentences, .. RunFailures.Sentences(0, 0, deliveries with { Unreached = 0 })];
        var end = new RunEnd(OccurrenceState.CompletedWithErrors, reason, reason, string.Join(' ', sentences), summary) { Told = string.Join('\n', sentences) };
        return new EndedRun(schedule, occurrence, end, NoticeKind.CompletedWithErrors);
    }

    /// <summary>Why something failed in the reports of those of which something did.</summary>
    public Task<Dictionary<ReportId, string>> ReasonsAsync(Session session, IEnumerable<Occurrence> occurrences, CancellationToken cancellationToken) =>
        reports.ReasonsAsync(session, [.. occurrences.Where(one => one.BlockErrors > 0 || one.ExportErrors > 0).Select(one => one.ReportId).OfType<ReportId>()], cancellationToken);

    /// <summary>Nothing failed; where nothing was to be sent, that is said.</summary>
    private static RunEnd Good(Occurrence occurrence, DeliverySummary deliveries, Json? summary, BurstVerdict? burst) => (occurrence.SuppressReason, summary, burst) switch
    {
        (null, not null, _) when deliveries.IsHeldBack => new RunEnd(OccurrenceState.Succeeded, "all_suppressed", ErrorText: "Nothing was sent: every delivery of it is suppressed by its settings, each with its reason.", Deliveries: summary),
        (null, null, { Distributed: 0 }) => new RunEnd(OccurrenceState.Succeeded, BurstCodes.NoRows, ErrorText: "No report was made and nothing was sent: no recipient has rows."),
        (null, null, _) => new RunEnd(OccurrenceState.Succeeded, BurstCodes.NoRecipients, ErrorText: "The report is kept in the archive and was sent to nobody."),
        var (reason, _, _) => new RunEnd(OccurrenceState.Succeeded, reason, Deliveries: summary),
    };

    public async Task<bool> FailAsync(Session session, Schedule schedule, Occurrence occurrence, string reason, string code, string? text, DateTimeOffset now, CancellationToken cancellationToken) =>
        await EndAsync(session, [new EndedRun(schedule, occurrence, new RunEnd(OccurrenceState.Failed, reason, code, text), NoticeKind.Failed)], withReport: false, now, cancellationToken).ConfigureAwait(false) == 1;

    public async Task<bool> HoldAsync(
        Session session, Schedule schedule, Occurrence occurrence, GateVerdict verdict, DateTimeOffset? until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await runs.HoldAsync(session, occurrence, verdict.Reason!, verdict.Text, until, now, cancellationToken).ConfigureAwait(false))
            return false;
        if (occurrence.Origin == OccurrenceOrigin.Test)
            return true;
        await notices.AddAsync(session, NoticeKind.Held, schedule.Id, occurrence.Id, $"{Named(schedule, occurrence)} waits for a decision{Until(until)}: {ReasonWords.Of(verdict.Reason!)}{(verdict.Text is { } text ? $" ({text.TrimEnd('.')})" : "")}.", now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static string Until(DateTimeOffset? end) => end is { } at ? string.Create(CultureInfo.InvariantCulture, $", until {at.UtcDateTime:yyyy-MM-dd HH:mm:ss'Z'}") : "";

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
        $"'{schedule.Name}' of {SlotWords.Of(occurrence.BusinessDate, occurrence.Slot)}";

    /// <param name="withReport">They end with their reports, having nothing to deliver.</param>
    /// <returns>How many ended; the others are another's by now, and nothing was written of them.</returns>
    public async Task<int> EndAsync(Session session, IReadOnlyCollection<EndedRun> ends, bool withReport, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = await runs.FinishAsync(session, ends.Select(run => (run.Occurrence, run.End)), withReport, now, cancellationToken).ConfigureAwait(false);
        // A test is no run of the schedule.
        var real = ends.Where(run => over.Contains(run.Occurrence.Id) && run.Occurrence.Origin != OccurrenceOrigin.Test).ToList();
        if (real.Count == 0)
            return over.Count;
        var stuck = real.Where(CannotGoOn).Select(run => run.Schedule.Id).ToList();
        ImmutableHashSet<ScheduleId> known = stuck.Count == 0 ? [] : await runs.ToldOfFlagAsync(session, stuck, now - ToldAgain, cancellationToken).ConfigureAwait(false);
        await runs.NoteExecutionsAsync(session, [.. real.Select(run => (run.Occurrence, run.End))], now, cancellationToken).ConfigureAwait(false);
        var told = real.Where(run => !CannotGoOn(run) || !known.Contains(run.Schedule.Id)).ToList();
        var before = await runs.EndsBeforeAsync(session, told.Where(run => run.Notice is null).Select(run => run.Occurrence.Id), cancellationToken).ConfigureAwait(false);
        var earlier = before.ToDictionary(ends => ends.Id);
        await notices.AddAsync(session, [.. told.Select(run => Notice(run, earlier.GetValueOrDefault(run.Occurrence.Id))).OfType<NoticeRow>()], now, cancellationToken).ConfigureAwait(false);
        return over.Count;
    }

    private static bool CannotGoOn(EndedRun run) => run.End.Reason is ScheduleFlag.OwnerLeft or ScheduleFlag.ZoneUnknown or ScheduleFlag.Unreadable;

    /// <returns>Null where there is nothing to tell.</returns>
    private static NoticeRow? Notice(EndedRun run, EndsBefore? before)
    {
        var named = Named(run.Schedule, run.Occurrence);
        var (kind, text) = run.Notice is { } bad
            ? (bad, $"{named} {StateWords.Of(run.End.State)}: {run.End.Told ?? run.End.ErrorText ?? ReasonWords.Of(run.End.Reason!) + "."}{(CannotGoOn(run) ? " Until then this is told once a day." : "")}")
            : before?.Own is { } own
                ? (NoticeKind.Recovered, $"{named} succeeded; before, it {StateWords.Of(own)}.")
                : before?.Previous is { } previous && previous != OccurrenceState.Succeeded ? (NoticeKind.Recovered, $"{named} succeeded; the one before {StateWords.Of(previous)}.") : (null, null);
        return kind is null ? null : new NoticeRow(kind, run.Schedule.Id.ToString(), run.Occurrence.Id.ToString(), text!);
    }
}
