namespace Daybook.Schedules.Running;

/// <summary>An occurrence that a statement about many changed.</summary>
internal sealed record TickChange
{
    internal const string Columns = "id, schedule_id, business_date, slot, state, reason";

    public required OccurrenceId Id { get; init; }

    public required ScheduleId ScheduleId { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required string Slot { get; init; }

    public required OccurrenceState State { get; init; }

    public string? Reason { get; init; }
}
