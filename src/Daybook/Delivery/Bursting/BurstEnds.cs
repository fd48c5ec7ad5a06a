using System.Text.Json;
using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Storage;

namespace Daybook.Delivery.Bursting;

/// <summary>Ends bursts all of whose parts are seen to.</summary>
internal sealed class BurstEnds(Database database, BurstStore store, BurstAlarms alarms, AuditLog audit, TimeProvider clock)
{
    /// <summary>Nothing happens while a part is being made.</summary>
    public async Task FinishAsync(StoredBurst burst, CancellationToken cancellationToken)
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
            await alarms.TellAsync(session, burst, verdict.Sentences, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
