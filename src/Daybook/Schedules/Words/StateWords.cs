using Daybook.Input;
using Daybook.Schedules.Occurrences;
using Daybook.Schedules.Running;

namespace Daybook.Schedules.Words;

/// <summary>Says what an occurrence is or became, as a person would.</summary>
internal static class StateWords
{
    /// <summary>Where an occurrence stands and why, as a sentence: <c>It was missed: …</c></summary>
    public static string Sentence(Occurrence occurrence) =>
        $"It {(NeverRuns(occurrence) ? "does not run" : Of(occurrence.State))}{(occurrence.Reason is { } reason ? $": {ReasonWords.Of(reason)}" : "")}.";

    /// <summary>Whether the plan has it as one that does not run: a holiday, a gap.</summary>
    public static bool NeverRuns(Occurrence occurrence) => occurrence.State == OccurrenceState.Skipped && occurrence.Reason is { } reason && EnumWords<SkipReason>.TryRead(reason, out _);

    /// <summary>The predicate of one occurrence: <c>was missed</c>, <c>failed</c>.</summary>
    public static string Of(OccurrenceState state) => Verb(state, "is", "was");

    /// <summary>The predicate of several: <c>were missed</c>, <c>failed</c>.</summary>
    public static string OfMany(OccurrenceState state) => Verb(state, "are", "were");

    private static string Verb(OccurrenceState state, string now, string then) =>
        state == OccurrenceState.Failed || state == OccurrenceState.Succeeded ? state.Word
        : state == OccurrenceState.CompletedWithErrors || state == OccurrenceState.Missed || state == OccurrenceState.Skipped || state == OccurrenceState.Cancelled ? $"{then} {state.Word.Replace('_', ' ')}"
        : $"{now} {state.Word}";
}
