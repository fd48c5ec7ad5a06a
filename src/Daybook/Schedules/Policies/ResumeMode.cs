namespace Daybook.Schedules.Policies;

/// <summary>What becomes of the occurrences that fell due while their schedule was paused.</summary>
internal enum ResumeMode
{
    Skip,

    /// <summary>The newest one runs.</summary>
    Latest,

    /// <summary>All of them run, oldest first.</summary>
    All,
}
