using System.Collections.Immutable;
using System.Globalization;
using Daybook.Delivery.Bursting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Occurrences of schedules that divide their report among recipients: the burst stands where else the report does.</summary>
internal sealed class OccurrenceBursts(BurstOrders orders, BurstStore bursts, BurstRetries retries, BurstAlarms alarms, ReportStore reports)
{
    private const int MostExplained = 50;

    /// <summary>The burst of the occurrence's present revision; null where it has none.</summary>
    public Task<StoredBurst?> FindAsync(Session session, Occurrence occurrence, CancellationToken cancellationToken) =>
        bursts.FindOfOccurrenceAsync(session, occurrence.Id.Value, occurrence.Revision, cancellationToken);

    /// <param name="onlyTo">Who gets every report in place of the recipients; null sends to them.</param>
    /// <param name="suppress">Why nothing is sent; null sends.</param>
    public async Task OrderAsync(
        Session session, ScheduledOrder order, Schedule schedule, Occurrence occurrence, Json? onlyTo, string? suppress, CancellationToken cancellationToken) =>
        await orders.PlaceAsync(
            session,
            order.Caller,
            new BurstOrder(order.Request, schedule.ReadBurst()!)
            {
                Period = order.Period,
                OccurrenceId = occurrence.Id.Value,
                ScheduleId = occurrence.ScheduleId.Value,
                Revision = occurrence.Revision,
                Priority = order.Priority,
                NotBefore = order.WantedAt,
                IsTest = occurrence.Origin == OccurrenceOrigin.Test,
                OnlyTo = onlyTo,
                SuppressBecause = suppress,
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Has what is there of the occurrence's burst go on: parts that failed are made once more with the schedule's settings as they are now, the others stay as they are.</summary>
    /// <returns>False where there is none, or it ended before there was a part: then it is ordered anew.</returns>
    public async Task<bool> ResumeAsync(Session session, Schedule schedule, Occurrence occurrence, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is not { } burst)
            return false;
        if (!burst.State.IsOver)
            return true;
        if ((await bursts.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false)).IsEmpty)
            return false;
        await retries.ReopenAsync(session, burst, schedule.ReadBurst(), cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>How the burst came out.</summary>
    public async Task<BurstVerdict> JudgeAsync(Session session, StoredBurst burst, CancellationToken cancellationToken) =>
        BurstVerdict.Of(await bursts.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false), burst.ReadUnassigned());

    /// <summary>The words for what is wrong with a burst that is over, to try again or to give up on; null where nothing failed.</summary>
    /// <returns>Whether another attempt can mend it, with its code and a text.</returns>
    public async Task<(bool CanMend, string Code, string Text)?> FailureAsync(Session session, StoredBurst burst, CancellationToken cancellationToken)
    {
        var parts = await bursts.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false);
        if (parts.IsEmpty)
            return burst.State == BurstState.Failed ? (true, burst.ErrorCode ?? BurstCodes.NothingMade, burst.ErrorMessage ?? "No report was made.") : null;
        var failed = parts.Where(part => part.State == BurstPartState.Failed).ToList();
        if (failed.Count == 0)
            return null;
        var mendable = failed.Find(part => part.ReportId is not null && part.ReasonCode == BurstCodes.ReportNotMade);
        var verdict = await JudgeAsync(session, burst, cancellationToken).ConfigureAwait(false);
        return (mendable is not null, mendable?.ReportErrorCode ?? failed[0].ReasonCode ?? BurstCodes.NothingMade, string.Join(' ', verdict.Sentences));
    }

    /// <summary>Whoever the settings name hears of what is wrong, once the occurrence is over.</summary>
    public async Task TellAsync(Session session, StoredBurst burst, CancellationToken cancellationToken)
    {
        var verdict = await JudgeAsync(session, burst, cancellationToken).ConfigureAwait(false);
        if (burst.State == BurstState.Failed && verdict.Sentences.IsEmpty)
            await alarms.TellAsync(session, burst, [$"No report was made for any recipient: {burst.ErrorMessage}"], cancellationToken).ConfigureAwait(false);
        else if (verdict.IsAlarming)
            await alarms.TellAsync(session, burst, verdict.Sentences, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives up what is not handed to delivery yet.</summary>
    /// <returns>False where there is nothing of it.</returns>
    public async Task<bool> CancelAsync(Session session, Occurrence occurrence, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await FindAsync(session, occurrence, cancellationToken).ConfigureAwait(false) is not { State.IsOver: false } burst)
            return false;
        foreach (var part in await bursts.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false))
        {
            if (part.State == BurstPartState.Making && part.ReportId is { } report)
                await reports.CancelAsync(session, report, now, cancellationToken).ConfigureAwait(false);
        }

        await bursts.CancelAsync(session, burst.Id, "The occurrence was cancelled.", now, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>What became of each recipient, a sentence each.</summary>
    public async Task<ImmutableArray<string>> ExplainAsync(Session session, StoredBurst burst, CancellationToken cancellationToken)
    {
        var parts = await bursts.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false);
        return
        [
            string.Create(CultureInfo.InvariantCulture, $"Its report is divided by '{burst.ReadDefinition().Split}' among {parts.Length} recipients; the burst is {burst.State.Word.Replace('_', ' ')}."),
            .. parts.Take(MostExplained).Select(part => string.Create(
                CultureInfo.InvariantCulture, $"“{part.Name}” ({part.RowCount} {(part.RowCount == 1 ? "row" : "rows")}): {part.State}{(part.ReasonCode is { } code ? $", because of '{code}'" : "")}.{(part.Reason is { } reason ? $" {reason}" : "")}")),
            .. parts.Length > MostExplained ? [string.Create(CultureInfo.InvariantCulture, $"{parts.Length - MostExplained} further recipients: GET /bursts/{burst.Id}.")] : ImmutableArray<string>.Empty,
        ];
    }
}
