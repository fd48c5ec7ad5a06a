namespace Daybook.Schedules.Policies;

/// <summary>What becomes of the occurrences that fell due while nothing could run.</summary>
internal enum Misfire
{
    /// <summary>The newest that is inside its deadline.</summary>
    RunLatest,

    /// <summary>All of them, oldest first, up to the cap.</summary>
    RunAll,

    /// <summary>None.</summary>
    Skip,
}
