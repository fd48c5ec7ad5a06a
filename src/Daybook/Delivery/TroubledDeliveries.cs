namespace Daybook.Delivery;

/// <summary>Deliveries over one channel that did not arrive, as far as is known, for one reason.</summary>
internal sealed record TroubledDeliveries
{
    public required string Channel { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>A sentence; null where nobody said why.</summary>
    public string? Reason { get; init; }

    public required int Count { get; init; }

    /// <summary>One of them.</summary>
    public required string Recipient { get; init; }

    /// <summary>Whether they tell the password of a file.</summary>
    public bool TellsPassword { get; init; }
}
