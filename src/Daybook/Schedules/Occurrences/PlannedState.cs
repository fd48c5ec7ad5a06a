namespace Daybook.Schedules.Occurrences;

/// <summary>The two states that planning gives.</summary>
internal enum PlannedState
{
    Planned,
    Skipped,
}
