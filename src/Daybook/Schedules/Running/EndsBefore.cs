namespace Daybook.Schedules.Running;

/// <summary>How it went before a run succeeded.</summary>
internal sealed record EndsBefore
{
    public required OccurrenceId Id { get; init; }

    /// <summary>How this run ended the time before, when that was not well; null where it was not so.</summary>
    public OccurrenceState? Own { get; init; }

    /// <summary>How the run before this one ended; null for the first. What did not run is passed over.</summary>
    public OccurrenceState? Previous { get; init; }
}
