using System.Collections.Immutable;
using Daybook.Accounts;
using Daybook.Hosting;
using Daybook.Reports;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Hands the reports of a burst to delivery as they are made, each by itself, and ends the burst when all are seen to.</summary>
internal sealed class BurstDistribution(Database database, BurstStore store, ReportQuestions questions, PartRecipients recipients, DeliveryOrders deliveries, BurstEnds ends, DeliverySignals signals)
{
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

        var definition = burst.ReadDefinition();
        foreach (var part in made)
            await EndPartAsync(burst, definition, part, cancellationToken).ConfigureAwait(false);
        await ends.FinishAsync(burst, cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    private async Task EndPartAsync(StoredBurst burst, BurstDefinition definition, StoredBurstPart part, CancellationToken cancellationToken)
    {
        if (part.ReportStatus is not { IsMade: true })
        {
            var reason = part.ReportStatus is null ? "The report was removed before it was sent." : part.ReportError ?? $"The report is {part.ReportStatus}.";
            await FailAsync(part, BurstCodes.ReportNotMade, reason, cancellationToken).ConfigureAwait(false);
            return;
        }

        var (sends, problem) = definition.SendIf is { } condition && !burst.IsTest ? await questions.AskAsync(condition, "send_if", part.ReportId!.Value, cancellationToken).ConfigureAwait(false) : (true, null);
        if (sends is null)
        {
            await FailAsync(part, BurstCodes.SendIfFailed, problem!, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await DistributeAsync(burst, definition, part, sends is true, cancellationToken).ConfigureAwait(false);
        }
        catch (ProblemException refused)
        {
            await FailAsync(part, refused.Type.Code, refused.Message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task DistributeAsync(StoredBurst burst, BurstDefinition definition, StoredBurstPart part, bool sends, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.EndPartAsync(session, part, BurstPartState.Distributed, sends ? null : BurstCodes.SendIfFalse, null, cancellationToken).ConfigureAwait(false))
            return;
        var order = new DeliveryOrder(part.ReportId, recipients.Of(burst, definition, part))
        {
            Subject = part.ReportId!.Value.Value,
            OccurrenceId = burst.OccurrenceId?.Value,
            ScheduleId = burst.ScheduleId?.Value,
            Revision = burst.Revision,
            NotBefore = burst.NotBefore,
            Turn = part.Number - 1,
            IsTest = burst.IsTest,
            SuppressBecause = burst.SuppressBecause ?? (sends ? null : "The condition send_if of the burst is false for this report."),
        };
        await deliveries.PlanAsync(session, Caller.Server, order, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FailAsync(StoredBurstPart part, string code, string reason, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await store.EndPartAsync(session, part, BurstPartState.Failed, code, reason, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
