namespace Daybook.Webhooks;

/// <summary>A program elsewhere that is told of events. Its address and secrets are sealed.</summary>
internal sealed record Subscription
{
    public const string AddressPurpose = "webhook.address";
    public const string SecretPurpose = "webhook.secret";

    public required SubscriptionId Id { get; init; }

    public required string Name { get; init; }

    /// <summary>All of the address that is shown.</summary>
    public required string Host { get; init; }

    public required byte[] Address { get; init; }

    public required byte[] Secret { get; init; }

    /// <summary>Signs as well until <see cref="PreviousUntil"/>; null when there is none.</summary>
    public byte[]? PreviousSecret { get; init; }

    public DateTimeOffset? PreviousUntil { get; init; }

    public bool IsActive { get; init; }

    public int Revision { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
