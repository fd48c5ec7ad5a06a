using Daybook.Delivery;

namespace Daybook.Schedules.Running;

/// <summary>A notice and whether somebody got it.</summary>
internal sealed record ToldNotice
{
    /// <summary>Of <see cref="State"/>: nobody took it yet; it could be sent to nobody.</summary>
    public const string Waiting = "waiting", NotSent = "not_sent";

    public required NoticeId Id { get; init; }

    /// <summary>A word of <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    public OccurrenceId? OccurrenceId { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>As in <see cref="NoticeAudience"/>; null before it is taken.</summary>
    public string? Told { get; init; }

    /// <summary>Why not the owner, or why nobody.</summary>
    public string? Reason { get; init; }

    /// <summary>Of the delivery that came furthest; null where there is none.</summary>
    public DeliveryState? DeliveryState { get; init; }

    /// <summary>When the first mail server took it.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>A word of a delivery's state, <see cref="Waiting"/> or <see cref="NotSent"/>.</summary>
    public string State => DeliveryState?.Word ?? (TakenAt is null ? Waiting : NotSent);
}
