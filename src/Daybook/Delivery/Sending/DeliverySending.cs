using Daybook.Delivery.Channels;
using Daybook.Storage;
using Microsoft.Extensions.Options;

namespace Daybook.Delivery.Sending;

/// <summary>One try of one delivery.</summary>
internal sealed class DeliverySending(MessageContent content, DeliveryClaims claims, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    /// <returns>Null when the server stops before anything was handed over: then the delivery is given back.</returns>
    /// <exception cref="Reports.ClaimLostException">Another node took the delivery over; nothing was sent.</exception>
    public async Task<DeliveryResult?> TryAsync(StoredDelivery delivery, IDeliveryChannel? channel, CancellationToken stoppingToken)
    {
        if (channel is null)
            return new DeliveryResult(DeliveryStep.GiveUp, true, "channel_not_found", $"There is no channel '{delivery.Channel}' on this server any more.", null, null);
        // Recipients that a dataset names are known only now, and settings of channels change.
        if (channel.Refuse(delivery.Recipient) is { } refusal)
            return new DeliveryResult(DeliveryStep.GiveUp, true, "recipient_refused", $"{char.ToUpperInvariant(refusal[0])}{refusal[1..].TrimEnd('.')}.", null, null);
        var isCommitted = false;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Value.SendSeconds));
        try
        {
            return Result(delivery, await SendAsync(delivery, channel, CommitAsync, limit.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            if (isCommitted)
                return Result(delivery, new DeliveryOutcome.Unknown("no_answer", stoppingToken.IsCancellationRequested ? "The server was stopped after the message was handed over and before the answer." : "No answer came in time after the message was handed over."));
            return stoppingToken.IsCancellationRequested ? null : Result(delivery, new DeliveryOutcome.Deferred("no_answer", "It took too long."));
        }
        catch (MessageException nothing)
        {
            return new DeliveryResult(DeliveryStep.GiveUp, true, nothing.Code, nothing.Message, null, null);
        }
        catch (DamagedContentException damaged)
        {
            return new DeliveryResult(DeliveryStep.GiveUp, true, "damaged_content", $"The file {damaged.Sha256} is missing or was changed; restore it from a backup and send again.", null, null);
        }

        async Task CommitAsync(WrittenMessage written, CancellationToken token)
        {
            await claims.CommitAsync(delivery, written.Linked, token).ConfigureAwait(false);
            isCommitted = true;
        }
    }

    private async Task<DeliveryOutcome> SendAsync(StoredDelivery delivery, IDeliveryChannel channel, Func<WrittenMessage, CancellationToken, Task> commit, CancellationToken cancellationToken)
    {
        var written = await content.WriteAsync(delivery, channel, linksOnly: false, cancellationToken).ConfigureAwait(false);
        var outcome = await channel.SendAsync(written.Message, token => commit(written, token), cancellationToken).ConfigureAwait(false);
        if (outcome is DeliveryOutcome.Refused { Code: ChannelCodes.TooLarge } && !written.Message.Attachments.IsEmpty)
        {
            written = await content.WriteAsync(delivery, channel, linksOnly: true, cancellationToken).ConfigureAwait(false);
            outcome = await channel.SendAsync(written.Message, token => commit(written, token), cancellationToken).ConfigureAwait(false);
        }

        return outcome is DeliveryOutcome.Accepted accepted && !written.Problems.IsEmpty ? new DeliveryOutcome.Accepted($"{accepted.Sentence} {string.Join(' ', written.Problems)}", accepted.Receipt) : outcome;
    }

    private DeliveryResult Result(StoredDelivery delivery, DeliveryOutcome outcome) => outcome.Accept(new DeliveryOutcomeResult(delivery, options.Value.Attempts, clock.Now()));
}
