using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Every moment of a schedule on the line of instants.</summary>
internal abstract class Timeline
{
    /// <summary>No moment has an earlier nominal date; null when there is no such bound.</summary>
    public abstract LocalDate? FirstDate { get; }

    /// <summary>No moment has a later nominal date; null when there is no such bound.</summary>
    public abstract LocalDate? LastDate { get; }

    /// <summary>Days that are best asked for at once.</summary>
    public virtual int Window => 37;

    /// <summary>
    /// The moments from one instant up to but excluding another, in their order. What a moment is does not depend on the range asked for.
    /// </summary>
    public abstract IReadOnlyList<Moment> Between(Instant from, Instant to);
}
