using Daybook.Schedules.Words;

namespace Daybook.Schedules.Running;

/// <summary>An occurrence that a statement about many changed.</summary>
internal sealed record TickChange
{
    internal const string Columns = "id, schedule_id, origin, nominal_date, business_date, slot, due_at, state, reason";

    public required OccurrenceId Id { get; init; }

    public required ScheduleId ScheduleId { get; init; }

    public required OccurrenceOrigin Origin { get; init; }

    public required DateOnly NominalDate { get; init; }

    public required DateOnly BusinessDate { get; init; }

    public required string Slot { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required OccurrenceState State { get; init; }

    public string? Reason { get; init; }

    /// <summary>A test is no run of the schedule; nobody is told of it.</summary>
    public bool IsOfSchedule => Origin != OccurrenceOrigin.Test;

    /// <param name="kind">A word of <see cref="NoticeKind"/>.</param>
    /// <param name="why">Without a full stop.</param>
    public NoticeRow ToNotice(string kind, string? why) => new(
        kind, ScheduleId.ToString(), Id.ToString(), $"The occurrence of {SlotWords.Of(BusinessDate, Slot)} {StateWords.Of(State)}: {why ?? ReasonWords.Of(Reason!)}.");
}
