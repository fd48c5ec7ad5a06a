using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Finds runs that several files tell of, so that each counts once: copies, hitlogs beside their reports, merged logs beside their parts.</summary>
internal static class RunOverlap
{
    public static (ImmutableArray<GarakRun> Runs, ImmutableArray<DataNote> Notes) Exclude(ImmutableArray<GarakRun> runs)
    {
        var excluded = new HashSet<GarakRun>(ReferenceEqualityComparer.Instance);
        var notes = new List<DataNote>();
        notes.AddRange(Copies([.. runs.Where(run => !run.IsHitlog)], excluded));
        notes.AddRange(Merged(runs, excluded));
        notes.AddRange(Hitlogs(runs, excluded));
        return
        (
            [.. runs.Select(run => excluded.Contains(run) ? run with { Summary = run.Summary with { Excluded = Exclusion.Duplicate } } : run)],
            [.. notes]
        );
    }

    /// <summary>Of runs with one id the most complete is kept, of equals the first.</summary>
    private static IEnumerable<DataNote> Copies(ImmutableArray<GarakRun> runs, HashSet<GarakRun> excluded)
    {
        foreach (var copies in runs.Where(run => run.Summary.RunId is not null).GroupBy(run => run.Summary.RunId).Where(group => group.Count() > 1))
        {
            var ranked = copies.OrderBy(run => run.Summary.State == RunState.Complete ? 0 : 1)
                .ThenByDescending(run => run.Summary.FinishedAttempts)
                .ThenByDescending(run => run.Results.Sum(result => result.Hits + result.Passes))
                .ToList();
            foreach (var copy in ranked.Skip(1))
            {
                excluded.Add(copy);
                yield return new DataNote(GarakNoteCodes.DuplicateRun, $"'{copy.Summary.File}' holds the same run as '{ranked[0].Summary.File}' and was left out.", 1, false);
            }
        }
    }

    private static IEnumerable<DataNote> Merged(ImmutableArray<GarakRun> runs, HashSet<GarakRun> excluded)
    {
        foreach (var merged in runs.Where(run => run.Summary.State == RunState.Aggregated && !excluded.Contains(run)))
        {
            var parts = runs.Where(run => !run.IsHitlog && !excluded.Contains(run) && IsPart(run, merged)).ToList();
            if (parts.Count == 0)
                continue;
            var isWhole = merged.AggregatedFiles.Length > 0 && parts.Count >= merged.AggregatedFiles.Length;
            foreach (var run in isWhole ? [merged] : parts)
                excluded.Add(run);
            yield return new DataNote(
                GarakNoteCodes.MergedOverlap,
                isWhole
                    ? $"'{merged.Summary.File}' was merged from logs that were read themselves, and was left out."
                    : $"{string.Join(", ", parts.Select(part => $"'{part.Summary.File}'"))} left out: '{merged.Summary.File}' was merged from {(parts.Count == 1 ? "it" : "them")} and further logs.",
                isWhole ? 1 : parts.Count,
                false);
        }
    }

    /// <summary>The file's name alone could be a coincidence, so the figures must fit as well.</summary>
    private static bool IsPart(GarakRun run, GarakRun merged) =>
        !ReferenceEquals(run, merged)
        && run.Summary.State != RunState.Aggregated
        && ((run.Summary.RunId is not null && run.Summary.RunId == merged.OriginalRunId) || merged.AggregatedFiles.Any(file => NameOf(file) == NameOf(run.Summary.File)))
        && run.Results.All(result => merged.Results.Any(whole =>
            whole.Probe == result.Probe && whole.Detector == result.Detector && whole.Hits >= result.Hits && whole.Passes >= result.Passes));

    private static IEnumerable<DataNote> Hitlogs(ImmutableArray<GarakRun> runs, HashSet<GarakRun> excluded)
    {
        foreach (var hitlogs in runs.Where(run => run.IsHitlog && run.Summary.RunId is not null).GroupBy(run => run.Summary.RunId))
        {
            var report = runs.FirstOrDefault(run => !run.IsHitlog && run.Summary.RunId == hitlogs.Key && !excluded.Contains(run));
            var kept = report is null ? hitlogs.MaxBy(Hits) : null;
            foreach (var hitlog in hitlogs.Where(hitlog => !ReferenceEquals(hitlog, kept)))
            {
                excluded.Add(hitlog);
                if (report is null)
                    yield return new DataNote(GarakNoteCodes.DuplicateRun, $"'{hitlog.Summary.File}' holds hits of the same run as '{kept!.Summary.File}' and was left out.", 1, false);
                else if (report.Summary.State is RunState.Complete && Hits(hitlog) != Hits(report))
                    yield return new DataNote(GarakNoteCodes.HitlogMismatch, $"'{hitlog.Summary.File}' lists {Figure.Count(Hits(hitlog), "hit")}, the report of the same run '{report.Summary.File}' {Hits(report)}; the report was used.", 1, false);
            }
        }
    }

    private static long Hits(GarakRun run) => run.Results.Sum(result => result.Hits);

    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
