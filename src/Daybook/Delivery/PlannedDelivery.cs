namespace Daybook.Delivery;

/// <summary>A row of the ledger before it is written.</summary>
/// <param name="State">Planned, or suppressed for the reason.</param>
/// <param name="Turn">Its position among those of one order, from 0.</param>
internal sealed record PlannedDelivery(
    DistributionId DistributionId, string DeliveryKey, string Channel, string Recipient, DeliveryGuarantee Guarantee, DeliveryState State, string? ReasonCode, string? Reason, DateTimeOffset Now, DateTimeOffset DueAt, int Turn);
