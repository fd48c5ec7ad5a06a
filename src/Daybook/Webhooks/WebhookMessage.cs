namespace Daybook.Webhooks;

/// <summary>One event for one subscriber.</summary>
internal sealed record WebhookMessage
{
    /// <summary>Also what the subscriber knows a repeated message by.</summary>
    public required WebhookMessageId Id { get; init; }

    public required SubscriptionId SubscriptionId { get; init; }

    public required WebhookEvent Event { get; init; }

    /// <summary>The body, byte for byte the same each time.</summary>
    public required string Payload { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public required MessageState State { get; init; }

    public int Attempt { get; init; }

    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>Rises with every claim: who holds an older one may write no more.</summary>
    public long Fence { get; init; }
}
