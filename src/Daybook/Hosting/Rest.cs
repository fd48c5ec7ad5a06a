using System.Collections.Immutable;

namespace Daybook.Hosting;

/// <summary>What a worker does after a turn: it waits until something changes, but no longer than so much.</summary>
/// <param name="AtMost">Whatever time is left, also where it is none any more.</param>
/// <param name="Changes">Each ends at a change; taken before the worker looked, so that no change is missed.</param>
internal readonly record struct Rest(TimeSpan AtMost, ImmutableArray<Task> Changes)
{
    /// <summary>There may be more to do at once.</summary>
    public static readonly Rest None = new(TimeSpan.Zero, []);
}
