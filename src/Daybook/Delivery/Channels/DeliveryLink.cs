using Daybook.Reports;
using NodaTime;

namespace Daybook.Delivery.Channels;

/// <summary>An artifact that waits on the server.</summary>
/// <param name="Address">Good for whoever has it, until <paramref name="ExpiresAt"/>.</param>
internal sealed record DeliveryLink(ExportId Export, string FileName, string Format, long SizeBytes, Uri Address, Instant ExpiresAt);
