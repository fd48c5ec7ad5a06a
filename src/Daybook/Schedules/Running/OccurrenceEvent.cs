namespace Daybook.Schedules.Running;

/// <summary>One change of an occurrence: who, when, from what to what, and why. The database writes it with the change.</summary>
internal sealed record OccurrenceEvent
{
    public required DateTimeOffset At { get; init; }

    /// <summary>A user's name, or a word of <see cref="OccurrenceActor"/>.</summary>
    public required string Actor { get; init; }

    public required OccurrenceState FromState { get; init; }

    public required OccurrenceState ToState { get; init; }

    public string? Reason { get; init; }

    public string? Note { get; init; }

    /// <summary>When it was moved: where it stood before; else null.</summary>
    public DateTimeOffset? DueFrom { get; init; }

    public DateTimeOffset? DueTo { get; init; }

    public int Attempt { get; init; }

    /// <summary>The number of the claim.</summary>
    public long Fence { get; init; }

    /// <summary>The node that had it; null when none had.</summary>
    public string? Node { get; init; }
}
