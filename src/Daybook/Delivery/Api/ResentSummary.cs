namespace Daybook.Delivery.Api;

/// <summary>What the audit log keeps of sending many again.</summary>
internal sealed record ResentSummary(int Resent, DateTimeOffset? From, DateTimeOffset? Until, string? Channel, string? Note);
