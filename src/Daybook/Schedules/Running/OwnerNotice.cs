namespace Daybook.Schedules.Running;

/// <summary>Something that an owner is to be told.</summary>
internal sealed record OwnerNotice
{
    public required NoticeId Id { get; init; }

    /// <summary>A word of <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    public ScheduleId? ScheduleId { get; init; }

    public OccurrenceId? OccurrenceId { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
