using System.Collections.Immutable;

namespace Daybook.Delivery;

/// <summary>What the audit log keeps of a distribution: no addresses.</summary>
internal sealed record DistributionSummary(Guid? OccurrenceId, ImmutableArray<string> Channels, DeliveryPlan Plan);
