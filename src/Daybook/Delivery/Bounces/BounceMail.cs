using Daybook.Accounts;
using Daybook.Storage;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Daybook.Delivery.Bounces;

/// <summary>What a mail that came into the mailbox means for the ledger.</summary>
internal sealed class BounceMail(Database database, DeliveryStore ledger, BounceLedger bounces, DeliverySignals signals, IOptions<BouncesOptions> options)
{
    /// <returns>Null for a mail that tells of none of our mails.</returns>
    public async Task<BounceNoted?> TakeAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        if (BounceReader.Read(mail) is not { } bounce)
            return null;
        await using var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        if (await ledger.FindAsync(session, bounce.Key, cancellationToken).ConfigureAwait(false) is not { } delivery)
            return null;
        var status = bounce.For(delivery.Recipient);
        var noted = await bounces.NoteAsync(session, Caller.Server, delivery, status.Kind, status.Sentence, cancellationToken).ConfigureAwait(false);
        if (noted == BounceNoted.Noted && status.IsNoAddress && options.Value.Suppress)
            await bounces.SuppressAsync(session, Caller.Server, delivery, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        if (noted == BounceNoted.Noted)
            signals.Changed();
        return noted;
    }
}
