namespace Daybook.Delivery.Sending;

/// <summary>How a try came out, for the ledger.</summary>
/// <param name="Step">From sending.</param>
/// <param name="IsAnswered">Whether it counts as a try.</param>
/// <param name="NextAttemptAt">Null when none follows.</param>
internal sealed record DeliveryResult(DeliveryStep Step, bool IsAnswered, string? Code, string Sentence, string? Receipt, DateTimeOffset? NextAttemptAt);
