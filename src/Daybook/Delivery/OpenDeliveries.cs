namespace Daybook.Delivery;

/// <summary>Deliveries over one channel that are not over, in one state and for one reason.</summary>
internal sealed record OpenDeliveries
{
    public required string Channel { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>What the last try came to; null before the first.</summary>
    public string? Reason { get; init; }

    public required int Count { get; init; }

    /// <summary>One of them.</summary>
    public required string Recipient { get; init; }

    /// <summary>The earliest of them.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }
}
