namespace Daybook.Schedules;

internal sealed record ScheduleName
{
    public required ScheduleId Id { get; init; }

    public required string Name { get; init; }
}
