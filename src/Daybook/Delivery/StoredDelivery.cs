using Daybook.Reports;

namespace Daybook.Delivery;

/// <summary>One recipient of one distribution, as the ledger keeps it.</summary>
internal sealed record StoredDelivery
{
    public required DeliveryId Id { get; init; }

    public required DistributionId DistributionId { get; init; }

    public required string DeliveryKey { get; init; }

    public required string Channel { get; init; }

    public required string Recipient { get; init; }

    public required DeliveryGuarantee Guarantee { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>A stable word; null where the state says all.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>A sentence for people.</summary>
    public string? Reason { get; init; }

    /// <summary>What the other side calls it; null when it said nothing.</summary>
    public string? Receipt { get; init; }

    /// <summary>Moves when a person has it sent again.</summary>
    public DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it should have gone out.</summary>
    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset NextAttemptAt { get; init; }

    public DateTimeOffset StateChangedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When it came back after it was accepted; null while it did not.</summary>
    public DateTimeOffset? BouncedAt { get; init; }

    /// <summary>Tries that were answered.</summary>
    public int Attempt { get; init; }

    /// <summary>Tries whose node ended before the point of no return.</summary>
    public int Interruptions { get; init; }

    /// <summary>Rises with every claim: who holds an older one may write no more.</summary>
    public long Fence { get; init; }

    /// <summary>When the point of no return was passed in the present try; null while it was not.</summary>
    public DateTimeOffset? CommittedAt { get; init; }

    /// <summary>Null for a notice without a report.</summary>
    public ReportId? ReportId { get; init; }

    public ForeignId? OccurrenceId { get; init; }

    public ForeignId? ScheduleId { get; init; }

    public int Revision { get; init; }

    public required string Title { get; init; }

    public DateOnly BusinessDate { get; init; }

    public bool IsTest { get; init; }

    /// <summary>What the message says about when it was written: the same each time it is tried.</summary>
    public DateTimeOffset WrittenAt => PlannedAt > DueAt ? PlannedAt : DueAt;
}
