using System.Collections.Frozen;
using System.Collections.Immutable;
using static Daybook.Schedules.Running.OccurrenceActor;
using static Daybook.Schedules.Running.OccurrenceState;

namespace Daybook.Schedules.Running;

/// <summary>What may follow on what, and by whom. Every statement that changes a state takes its condition from here.</summary>
internal static class OccurrenceTransitions
{
    private static readonly FrozenDictionary<(OccurrenceActor Actor, OccurrenceState To), ImmutableArray<OccurrenceState>> Table =
        new Dictionary<(OccurrenceActor, OccurrenceState), ImmutableArray<OccurrenceState>>
        {
            // To another instant.
            [(Planner, Planned)] = [Planned],
            [(Planner, Skipped)] = [Planned],
            [(Clock, Due)] = [Planned],
            [(Pause, Held)] = [Planned, Due],
            [(Pause, Due)] = [Held],
            [(Pause, Skipped)] = [Held],
            [(Gate, Held)] = [Planned, Due, OccurrenceState.Running],
            [(OccurrenceActor.Schedule, Cancelled)] = [Planned, Due, Held],
            [(Claim, OccurrenceState.Running)] = [Due],
            [(OccurrenceActor.Misfire, Missed)] = [Due],
            [(OccurrenceActor.Overlap, Skipped)] = [Due],
            [(OccurrenceActor.Overlap, Cancelled)] = [OccurrenceState.Running],
            [(Worker, Succeeded)] = [OccurrenceState.Running],
            [(Worker, CompletedWithErrors)] = [OccurrenceState.Running],
            [(Worker, Failed)] = [OccurrenceState.Running],
            [(Worker, Due)] = [OccurrenceState.Running],
            [(Lease, Due)] = [OccurrenceState.Running],
            [(Lease, Failed)] = [OccurrenceState.Running],
            [(HoldExpiry, Missed)] = [Held],
            [(OccurrenceActor.Delivery, Succeeded)] = [CompletedWithErrors],
            [(User, Due)] = [Held, Failed, CompletedWithErrors, Missed, Skipped, Cancelled, Succeeded],
            [(User, Skipped)] = [Held],
            [(User, Cancelled)] = [Planned, Due, Held, OccurrenceState.Running],
        }.ToFrozenDictionary();

    public static ImmutableArray<OccurrenceState> From(OccurrenceActor actor, OccurrenceState to) => Table.GetValueOrDefault((actor, to), []);

    public static bool Allows(OccurrenceState from, OccurrenceState to, OccurrenceActor actor) => From(actor, to).Contains(from);

    /// <summary>The same as SQL over the column <c>state</c>; never true where nothing is allowed.</summary>
    /// <remarks>One state is compared with, so that both databases find the index of it.</remarks>
    public static string Where(OccurrenceActor actor, OccurrenceState to) => From(actor, to) switch
    {
        [] => "1 = 0",
        [var only] => $"state = '{only.Word}'",
        var several => $"state in ({string.Join(", ", several.Select(state => $"'{state.Word}'"))})",
    };
}
