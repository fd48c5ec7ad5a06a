namespace Daybook.Schedules.Policies;

/// <summary>What becomes of a day that a month does not have.</summary>
internal enum MonthEnd
{
    /// <summary>The last date of the month.</summary>
    Clamp,

    /// <summary>No date in that month.</summary>
    Skip,
}
