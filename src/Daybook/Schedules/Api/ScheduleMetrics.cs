using System.Collections.Immutable;
using Daybook.Schedules.Running;

namespace Daybook.Schedules.Api;

/// <summary>How the runs of a schedule went.</summary>
/// <param name="Occurrences">State to number; those that are not due yet are left out.</param>
/// <param name="SuccessShare">Of those that ran or should have: from 0 to 1; null where there is none.</param>
/// <param name="Late">How many started more than a minute after their time.</param>
/// <param name="StartDelaySeconds">From the planned start to the real one.</param>
/// <param name="DurationSeconds">From the start to the end, waiting for people and retries included.</param>
/// <param name="Errors">Code to number.</param>
internal sealed record ScheduleMetrics(
    DateTimeOffset Since, int Total, ImmutableSortedDictionary<string, int> Occurrences, double? SuccessShare, int Late, Spread? StartDelaySeconds, Spread? DurationSeconds,
    ImmutableSortedDictionary<string, int> Errors, DateTimeOffset? LastSuccessAt)
{
    public static ScheduleMetrics Of(ImmutableArray<MeasuredRun> runs, DateTimeOffset since)
    {
        var meant = runs.Where(run => run.State == OccurrenceState.Succeeded || run.State == OccurrenceState.CompletedWithErrors || run.State == OccurrenceState.Failed || run.State == OccurrenceState.Missed).ToList();
        var delays = runs.Where(run => run is { StartedAt: not null, RunAt: not null }).Select(run => (run.StartedAt!.Value - run.RunAt!.Value).TotalSeconds).ToList();
        return new ScheduleMetrics(
            since,
            runs.Length,
            Counts(runs.Select(run => run.State.Word)),
            meant.Count == 0 ? null : (double)meant.Count(run => run.State == OccurrenceState.Succeeded) / meant.Count,
            delays.Count(delay => delay > OccurrenceClock.Late.TotalSeconds),
            Spread.Of(delays),
            Spread.Of(runs.Where(run => run is { StartedAt: not null, FinishedAt: not null }).Select(run => (run.FinishedAt!.Value - run.StartedAt!.Value).TotalSeconds)),
            Counts(runs.Select(run => run.ErrorCode).OfType<string>()),
            runs.Where(run => run.State == OccurrenceState.Succeeded).Max(run => run.FinishedAt));
    }

    private static ImmutableSortedDictionary<string, int> Counts(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.Ordinal).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
}
