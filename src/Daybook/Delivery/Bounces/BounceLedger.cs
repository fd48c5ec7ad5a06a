using Daybook.Accounts;
using Daybook.Audit;
using Daybook.Delivery.Sending;
using Daybook.Storage;
using Daybook.Webhooks;

namespace Daybook.Delivery.Bounces;

/// <summary>Writes into the ledger what became of mails after a mail server had taken them. Of an unknown one it is the evidence that decides.</summary>
internal sealed class BounceLedger(DeliveryStore ledger, SuppressionStore suppressions, DeliveryNews news, AuditLog audit, TimeProvider clock)
{
    /// <summary>The caller commits the session, and rings <see cref="DeliverySignals"/> after that.</summary>
    /// <param name="sentence">For the history.</param>
    public async Task<BounceNoted> NoteAsync(Session session, Caller caller, StoredDelivery delivery, BounceKind kind, string sentence, CancellationToken cancellationToken)
    {
        if (delivery.State == DeliveryState.Sending)
            return BounceNoted.TooEarly;
        if (!await StepAsync(session, caller, delivery, kind, sentence, cancellationToken).ConfigureAwait(false))
            return BounceNoted.Known;
        if (kind == BounceKind.Failed)
            await news.TellAsync(session, WebhookEvent.DeliveryBounced, delivery, CodeOf(kind), sentence, clock.Now(), cancellationToken).ConfigureAwait(false);
        await audit.AppendAsync(session, caller, $"delivery.{CodeOf(kind)}", delivery.Id.ToString(), null, null, cancellationToken).ConfigureAwait(false);
        return BounceNoted.Noted;
    }

    /// <summary>Sends to the recipient no more over the delivery's channel.</summary>
    public async Task SuppressAsync(Session session, Caller caller, StoredDelivery delivery, CancellationToken cancellationToken)
    {
        if (await suppressions.AddAsync(session, delivery.Channel, delivery.Recipient, "mails came back", caller.Username, clock.Now(), cancellationToken).ConfigureAwait(false) is { } added)
            await audit.AppendAsync(session, caller, "suppression.added", added.ToString(), null, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> StepAsync(Session session, Caller caller, StoredDelivery delivery, BounceKind kind, string sentence, CancellationToken cancellationToken)
    {
        if (delivery.State != DeliveryState.Unknown)
            return await ledger.NoteAsync(session, delivery.Id, kind == BounceKind.Failed, caller.Username, CodeOf(kind), sentence, clock.Now(), cancellationToken).ConfigureAwait(false);
        var step = kind == BounceKind.Failed ? DeliveryStep.Deny : DeliveryStep.Confirm;
        return !(await ledger.StepAsync(session, [delivery.Id], step, caller.Username, CodeOf(kind), sentence, clock.Now(), cancellationToken).ConfigureAwait(false)).IsEmpty;
    }

    private static string CodeOf(BounceKind kind) => kind switch
    {
        BounceKind.Failed => "bounced",
        BounceKind.Delayed => "delayed",
        BounceKind.Arrived => "arrived",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
