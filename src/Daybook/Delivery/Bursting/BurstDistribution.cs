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
    Database database, BurstStore store, ReportQuestions questions, DistributionReader distributions, PersonalMail mail, DeliveryOrders deliveries, DeliverySignals signals, AuditLog audit, TimeProvider clock)
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
        await FinishAsync(burst, cancellationToken).ConfigureAwait(false);
        signals.Changed();
    }

    /// <summary>Tells those whom the settings name; nobody else learns who the recipients are.</summary>
    public async Task AlarmAsync(Session session, StoredBurst burst, ImmutableArray<string> sentences, CancellationToken cancellationToken)
    {
        if (burst.IsTest || burst.ReadDefinition().Alarm is not { } alarm)
            return;
        var distribution = Read(alarm);
        var notice = new Notice("delivery.failed", burst.ReadTemplate().Metadata.Name, burst.ReportDate, "completed_with_errors", sentences, []);
        await deliveries.PlanAsync(
            session,
            Caller.Server,
            new DeliveryOrder(null, distribution) { Notice = notice, OccurrenceId = burst.OccurrenceId?.Value ?? burst.Id.Value, ScheduleId = burst.ScheduleId?.Value, Revision = burst.Revision },
            cancellationToken).ConfigureAwait(false);
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
        // What is wrong with an address shows in the ledger, beside those that are good.
        var distribution = Read(part.ReadSettings().Distribution ?? default);
        if (burst.OnlyTo is { } only)
            distribution = Read(JsonElement.Parse(only.Text)).Targets is [{ Recipients: [var address, ..] }, ..] ? mail.InPlaceOf(new Distribution([.. distribution.Targets, .. Tested(definition)]), address) : Distribution.Nobody;
        if (part.RowCount == 0 && definition.OnNoRows == BurstDefinition.Note)
            distribution = new Distribution([.. distribution.Targets.Select(target => target with { IsNote = true })]);
        var order = new DeliveryOrder(part.ReportId, distribution)
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

    /// <summary>Where else those are written to who are tested, for whoever is not written to by mail.</summary>
    private IEnumerable<ChannelTarget> Tested(BurstDefinition definition) =>
        (definition.Recipients ?? []).Take(BurstDividing.TestedRecipients).SelectMany(recipient => Read(recipient.Distribution ?? default).Targets)
        .Concat(definition.RecipientsFrom?.Channel is { } channel ? [new ChannelTarget(channel, [])] : []);

    private Distribution Read(JsonElement config) => distributions.Read(config, "distribution", new FieldProblems());

    private async Task FailAsync(StoredBurstPart part, string code, string reason, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await store.EndPartAsync(session, part, BurstPartState.Failed, code, reason, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FinishAsync(StoredBurst burst, CancellationToken cancellationToken)
    {
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (await store.IsAnyMakingAsync(session, burst.Id, cancellationToken).ConfigureAwait(false))
            return;
        var verdict = BurstVerdict.Of(await store.PartsAsync(session, burst.Id, cancellationToken).ConfigureAwait(false), burst.ReadUnassigned());
        if (!await store.FinishAsync(session, burst.Id, verdict, clock.Now(), cancellationToken).ConfigureAwait(false))
            return;
        var told = new BurstTold(verdict.Distributed, verdict.Suppressed, verdict.Skipped, verdict.Failed, verdict.KeysWithoutRecipient);
        await audit.AppendAsync(session, Caller.Server, "burst.finished", burst.Id.ToString(), null, new Json(JsonSerializer.Serialize(told, BurstJson.Default.BurstTold)), cancellationToken).ConfigureAwait(false);
        // Of a burst that an occurrence ordered, the occurrence tells when it is over: it may still be tried again.
        if (burst.OccurrenceId is null && verdict.IsAlarming)
            await AlarmAsync(session, burst, verdict.Sentences, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
