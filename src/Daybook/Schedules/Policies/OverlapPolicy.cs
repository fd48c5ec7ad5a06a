namespace Daybook.Schedules.Policies;

/// <summary>When a wall time that clocks show twice runs.</summary>
internal enum OverlapPolicy
{
    First,
    Second,

    /// <summary>Not at all, with reason <c>overlap</c>.</summary>
    Skip,
}
