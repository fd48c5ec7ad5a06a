using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Hosting;
using Daybook.Input;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Hands the reports of a burst to delivery as they are made, each by itself, and ends the burst when all are seen to.</summary>
internal sealed class BurstDistribution(
    Database database, BurstStore store, DistributionReader distributions, DeliveryOrders deliveries, DeliverySignals signals, AuditLog audit, TimeProvider clock)
{
    private const int MostTold = 20;

    /// <summary>Sees to whatever is over by now.</summary>
    public async Task SeeToAsync(BurstId id, CancellationToken cancellationToken)
    {
        StoredBurst burst;
        ImmutableArray<StoredBurstPart> made;
        await using (var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await store.FindAsync(session, id, cancellationToken).ConfigureAwait(false) is not { } found)
                return;
            burst = found;
            made = await store.MadeAsync(session, id, cancellationToken).ConfigureAwait(false);
        }

        foreach (var part in made)
            await EndPartAsync(burst, part, cancellationToken).ConfigureAwait(false);
        await FinishAsync(burst, cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    private async Task EndPartAsync(StoredBurst burst, StoredBurstPart part, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (part.ReportStatus is not { IsMade: true })
        {
            var reason = part.ReportStatus is null ? "The report was removed before it was sent." : part.ReportError ?? $"The report is {part.ReportStatus}.";
            await store.EndPartAsync(session, part, BurstPartState.Failed, "report_not_made", reason, cancellationToken).ConfigureAwait(false);
        }
        else if (await store.EndPartAsync(session, part, BurstPartState.Distributed, null, null, cancellationToken).ConfigureAwait(false))
        {
            // What is wrong with an address shows in the ledger, beside those that are good.
            var distribution = distributions.Read(part.ReadSettings().Distribution ?? default, "distribution", new FieldProblems());
            var order = new DeliveryOrder(part.ReportId, distribution)
            {
                OccurrenceId = burst.OccurrenceId?.Value, ScheduleId = burst.ScheduleId?.Value, NotBefore = burst.NotBefore, IsTest = burst.IsTest,
            };
            try
            {
                await deliveries.PlanAsync(session, Caller.Server, order, cancellationToken).ConfigureAwait(false);
            }
            catch (ProblemException problem)
            {
                await FailAsync(part, problem, cancellationToken).ConfigureAwait(false);
                return;
            }
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FailAsync(StoredBurstPart part, ProblemException problem, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await store.EndPartAsync(session, part, BurstPartState.Failed, problem.Type.Code, problem.Message, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FinishAsync(StoredBurst burst, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        var parts = await store.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false);
        var unassigned = burst.Unassigned is { } kept ? JsonSerializer.Deserialize(kept.Text, BurstJson.Default.ImmutableArrayUnassignedKey) : [];
        var failed = parts.Where(part => part.State == BurstPartState.Failed).ToList();
        var state = failed.Count == 0 && unassigned.IsEmpty && parts.All(part => part.ReportStatus is null || part.ReportStatus == ReportState.Completed) ? BurstState.Completed : BurstState.CompletedWithErrors;
        if (!await store.FinishAsync(session, burst.Id, state, clock.Now(), cancellationToken).ConfigureAwait(false))
            return;
        var told = new BurstTold(parts.Count(part => part.State == BurstPartState.Distributed), parts.Count(part => part.State == BurstPartState.Skipped), failed.Count, unassigned.Length);
        await audit.AppendAsync(session, Caller.Server, "burst.finished", burst.Id.ToString(), null, new Json(JsonSerializer.Serialize(told, BurstJson.Default.BurstTold)), cancellationToken).ConfigureAwait(false);
        if (failed.Count > 0 || !unassigned.IsEmpty)
            await AlarmAsync(session, burst, Sentences(failed, unassigned), cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tells those whom the settings name; nobody else learns who the recipients are.</summary>
    public async Task AlarmAsync(Session session, StoredBurst burst, ImmutableArray<string> sentences, CancellationToken cancellationToken)
    {
        if (burst.ReadDefinition().Alarm is not { } alarm)
            return;
        var distribution = distributions.Read(alarm, "alarm", new FieldProblems());
        var notice = new Notice("delivery.failed", burst.ReadTemplate().Metadata.Name, burst.ReportDate, "completed_with_errors", sentences, []);
        await deliveries.PlanAsync(
            session, Caller.Server, new DeliveryOrder(null, distribution) { Notice = notice, OccurrenceId = burst.OccurrenceId?.Value ?? burst.Id.Value, ScheduleId = burst.ScheduleId?.Value, IsTest = burst.IsTest }, cancellationToken).ConfigureAwait(false);
    }

    private static ImmutableArray<string> Sentences(List<StoredBurstPart> failed, ImmutableArray<UnassignedKey> unassigned) =>
    [
        .. unassigned.Take(MostTold).Select(key => key.Key is null ? $"{key.Rows} rows name no recipient at all; nobody gets them." : $"{key.Rows} rows of “{key.Key}” have no recipient; nobody gets them."),
        .. unassigned.Length > MostTold ? [$"{unassigned.Length - MostTold} further keys have no recipient."] : ImmutableArray<string>.Empty,
        .. failed.Take(MostTold).Select(part => $"The report of “{part.Name}” failed: {part.Reason}"),
        .. failed.Count > MostTold ? [$"{failed.Count - MostTold} further reports failed."] : ImmutableArray<string>.Empty,
    ];
}
