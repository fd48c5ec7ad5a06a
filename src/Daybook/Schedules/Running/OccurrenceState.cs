using System.Collections.Immutable;
using Daybook.Storage;

namespace Daybook.Schedules.Running;

/// <summary>Where an occurrence stands. What may follow on what says <see cref="OccurrenceTransitions"/>.</summary>
internal sealed class OccurrenceState : IWord<OccurrenceState>
{
    public static readonly OccurrenceState Planned = new("planned");

    /// <summary>Its time has come; it waits for a node.</summary>
    public static readonly OccurrenceState Due = new("due");

    /// <summary>A node has it, or died while it had it.</summary>
    public static readonly OccurrenceState Running = new("running");

    /// <summary>It waits for a person, or for the end of a pause.</summary>
    public static readonly OccurrenceState Held = new("held");

    /// <summary>Every block, format and delivery is good.</summary>
    public static readonly OccurrenceState Succeeded = new("succeeded");

    /// <summary>There is a report, but a block, a format or a delivery failed or is unknown.</summary>
    public static readonly OccurrenceState CompletedWithErrors = new("completed_with_errors");

    /// <summary>There is no report, or a partial one that must not be delivered.</summary>
    public static readonly OccurrenceState Failed = new("failed");

    /// <summary>It did not start in time.</summary>
    public static readonly OccurrenceState Missed = new("missed");

    /// <summary>It was not to run: a holiday, an overlap, a decision.</summary>
    public static readonly OccurrenceState Skipped = new("skipped");

    public static readonly OccurrenceState Cancelled = new("cancelled");

    private OccurrenceState(string word) => Word = word;

    public static ImmutableArray<OccurrenceState> All { get; } = [Planned, Due, Running, Held, Succeeded, CompletedWithErrors, Failed, Missed, Skipped, Cancelled];

    public string Word { get; }

    /// <summary>Only a person can set it going again.</summary>
    public bool IsOver => this != Planned && this != Due && this != Running && this != Held;

    public static OccurrenceState? Find(string word) => All.FirstOrDefault(state => state.Word == word);

    public override string ToString() => Word;
}
