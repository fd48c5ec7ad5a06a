namespace Daybook.Schedules.Running;

/// <summary>Who or what changes the state of an occurrence.</summary>
internal enum OccurrenceActor
{
    /// <summary>Planning, or planning anew after the rule, the calendar or the time-zone data changed.</summary>
    Planner,

    /// <summary>The clock of the database.</summary>
    Clock,

    /// <summary>A pause of the schedule, or its end.</summary>
    Pause,

    /// <summary>A condition that the schedule sets: fresh data, approval, a whole report.</summary>
    Gate,

    /// <summary>The schedule was deleted or switched off.</summary>
    Schedule,

    /// <summary>A node takes the occurrence.</summary>
    Claim,

    /// <summary>The policy for what fell due while nothing could run, and the deadline for starting.</summary>
    Misfire,

    /// <summary>The policy for a run that is still active when the next falls due.</summary>
    Overlap,

    /// <summary>The node that has the claim.</summary>
    Worker,

    /// <summary>The end of a claim that was not renewed.</summary>
    Lease,

    /// <summary>The end of the time that a held occurrence waits.</summary>
    HoldExpiry,

    /// <summary>A delivery that was accepted later.</summary>
    Delivery,

    /// <summary>A named person.</summary>
    User,
}
