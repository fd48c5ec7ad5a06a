using NodaTime;

namespace Daybook.Schedules.Occurrences;

/// <summary>Every moment of a schedule on the line of instants.</summary>
internal abstract class Timeline
{
    /// <summary>No moment has an earlier nominal date; null when there is no such bound.</summary>
    public abstract LocalDate? FirstDate { get; }

    /// <summary>No moment has a later nominal date; null when there is no such bound.</summary>
    public abstract LocalDate? LastDate { get; }

    /// <summary>Moments that are best asked for at once, and the longest time that is.</summary>
    private const int MomentsAtOnce = 2000;

    private static readonly Duration Longest = Duration.FromDays(37);

    /// <summary>The time that is best asked for at once: however often moments come, not very many of them.</summary>
    public abstract Duration Window { get; }

    /// <param name="moments">How many there are in it at most.</param>
    /// <param name="least">What it costs to look at less than this is the same.</param>
    private protected static Duration WindowFor(Duration time, int moments, Duration least) =>
        Duration.Max(Duration.Min(time * ((double)MomentsAtOnce / Math.Max(moments, 1)), Longest), least);

    /// <summary>
    /// The moments from one instant up to but excluding another, in their order. What a moment is does not depend on the range asked for.
    /// </summary>
    public abstract IReadOnlyList<Moment> Between(Instant from, Instant to);
}
