namespace Daybook.Schedules.Policies;

/// <summary>When a wall time that clocks leave out runs.</summary>
internal enum GapPolicy
{
    /// <summary>At the first moment after the gap.</summary>
    End,

    /// <summary>As late after the gap as the time lies in it.</summary>
    Shift,

    /// <summary>Not at all, with reason <c>gap</c>.</summary>
    Skip,
}
