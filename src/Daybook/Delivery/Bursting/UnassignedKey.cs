namespace Daybook.Delivery.Bursting;

/// <summary>Rows of a burst that no recipient gets.</summary>
/// <param name="Key">Their value of the split column; null where they have none.</param>
internal sealed record UnassignedKey(string? Key, long Rows);
