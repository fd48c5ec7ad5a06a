namespace Daybook.Delivery.Bursting;

/// <summary>What the audit log keeps of a burst: counts, never values of the data.</summary>
internal sealed record BurstTold(int Reports, int Suppressed, int Skipped, int Failed, int KeysWithoutRecipient);
