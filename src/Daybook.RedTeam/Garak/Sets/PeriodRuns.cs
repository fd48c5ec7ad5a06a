using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>Which runs belong to a period, and what to say of those that do not.</summary>
internal static class PeriodRuns
{
    /// <summary>The runs that started in the period.</summary>
    /// <param name="end">The first instant after it.</param>
    public static ImmutableArray<GarakRun> Of(IEnumerable<GarakRun> runs, DateTimeOffset start, DateTimeOffset end)
    {
        var interval = new Interval(Instant.FromDateTimeOffset(start), Instant.FromDateTimeOffset(end));
        return [.. runs.Where(run => run.Summary.Started is { } started && interval.Contains(started))];
    }

    /// <param name="used">The runs that a view took.</param>
    public static IEnumerable<DataNote> Left(IEnumerable<GarakRun> all, IReadOnlySet<GarakRun> used)
    {
        var left = all.Where(run => run.Summary.Excluded is null && !used.Contains(run)).ToList();
        var untimed = left.Where(run => run.Summary.Started is null).ToList();
        if (untimed.Count > 0)
        {
            yield return new DataNote(
                GarakNoteCodes.TimeMissing,
                $"{Figure.Count(untimed.Count, "run")} without a start time, first in '{untimed[0].Summary.File}', in no period and left out; "
                + "period: all takes them in.",
                untimed.Count,
                IsBlocking: true);
        }

        var outside = left.Count - untimed.Count;
        if (outside > 0)
            yield return new DataNote(GarakNoteCodes.OutsidePeriod, $"{Figure.Count(outside, "run")} outside the period left out.", outside, IsBlocking: false);
    }
}
