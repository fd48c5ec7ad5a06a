namespace Daybook.Delivery;

/// <summary>Somebody who gets nothing any more.</summary>
internal sealed record Suppression
{
    public required SuppressionId Id { get; init; }

    /// <summary>A channel's name, or <see cref="SuppressionStore.EveryChannel"/>.</summary>
    public required string Channel { get; init; }

    /// <summary>In lower case.</summary>
    public required string Recipient { get; init; }

    public required string Reason { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
