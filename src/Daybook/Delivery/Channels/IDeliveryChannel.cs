namespace Daybook.Delivery.Channels;

/// <summary>One way by which artifacts leave the house: a mail server, a chat, a store. It sends what it is given and keeps nothing.</summary>
internal interface IDeliveryChannel
{
    /// <summary>What distribution settings call it; unique on a server.</summary>
    string Name { get; }

    ChannelTraits Traits { get; }

    /// <summary>What is wrong with an address of this channel, as a sentence with the remedy; null when it is good. Never asks the network.</summary>
    string? Refuse(string recipient);

    /// <summary>One message to one recipient, tried once. Whatever the world outside does comes back as an outcome, never as an exception.</summary>
    /// <param name="commit">
    /// Called once, and waited for, right before the step after which the recipient may have the message whatever is heard afterwards. When it
    /// throws, the channel sends nothing and lets the exception through.
    /// </param>
    /// <exception cref="OperationCanceledException">The server stops.</exception>
    Task<DeliveryOutcome> SendAsync(DeliveryMessage message, Func<CancellationToken, Task> commit, CancellationToken cancellationToken);

    /// <summary>Everything short of sending: reaches the other side, signs in, and says what it found.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    Task<DeliveryOutcome> TestAsync(CancellationToken cancellationToken);
}
