using System.Collections.Immutable;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>One run that started in the period.</summary>
/// <param name="DurationMinutes">Null where start or end is unknown.</param>
/// <param name="Excluded">Why the whole run counts in no total; null for a run that counts.</param>
internal sealed record RunFigures(
    string Source,
    string File,
    string? RunId,
    string? Name,
    string? ToolVersion,
    RunState State,
    string? Model,
    string? GeneratorType,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    TimeQuality TimeQuality,
    decimal? DurationMinutes,
    long Tests,
    long Scored,
    long Violations,
    decimal? Rate,
    long FinishedAttempts,
    long UnfinishedAttempts,
    long NeverSentAttempts,
    Exclusion? Excluded,
    ImmutableArray<string> Notes)
{
    public static RunFigures Of(RunSummary run, Counts counts, DateTimeZone zone) => new(
        run.Source,
        run.File,
        run.RunId,
        run.Name,
        run.ToolVersion,
        run.State,
        run.Model,
        run.GeneratorType,
        run.Started?.InZone(zone).ToDateTimeOffset(),
        run.Ended?.InZone(zone).ToDateTimeOffset(),
        run.TimeQuality,
        run.Ended - run.Started is { } duration ? (decimal)duration.TotalTicks / NodaConstants.TicksPerMinute : null,
        counts.Tests,
        counts.Scored,
        counts.Violations,
        counts.AttackSuccessRate,
        run.FinishedAttempts,
        run.UnfinishedAttempts,
        run.NeverSentAttempts,
        run.Excluded,
        [.. run.Notes.Select(note => note.Message)]);
}
