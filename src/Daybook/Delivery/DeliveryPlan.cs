namespace Daybook.Delivery;

/// <summary>What planning wrote.</summary>
/// <param name="Existing">Deliveries with the same key, left as they are.</param>
internal sealed record DeliveryPlan(int Planned, int Suppressed, int Existing);
