using Daybook.Reports;

namespace Daybook.Delivery.Sending;

/// <summary>What a message is about.</summary>
/// <param name="Report">Null for a notice without one, and where it was removed.</param>
/// <param name="Sent">Null where the report was not made.</param>
/// <param name="Schedule">Its name; null for what no schedule ordered.</param>
internal sealed record MessageSource(StoredDistribution Distribution, StoredReport? Report, SentReport? Sent, string? Schedule);
