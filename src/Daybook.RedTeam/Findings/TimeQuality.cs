namespace Daybook.RedTeam;

public enum TimeQuality
{
    Exact,

    /// <summary>The log gives a local time without a zone; it was read in the zone configured for the source.</summary>
    NaiveAssumedZone,

    /// <summary>The row has no time of its own and takes its run's start.</summary>
    FromRun,

    Missing,
}
