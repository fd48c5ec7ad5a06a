namespace Daybook.Delivery;

/// <summary>One change of a delivery.</summary>
internal sealed record DeliveryEvent
{
    public DateTimeOffset At { get; init; }

    /// <summary>Null for the first.</summary>
    public DeliveryState? FromState { get; init; }

    public required DeliveryState ToState { get; init; }

    /// <summary>The name of a user, or <c>daybook</c>.</summary>
    public required string Actor { get; init; }

    public string? Code { get; init; }

    public string? Sentence { get; init; }
}
