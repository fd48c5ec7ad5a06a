using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>
/// Finds runs that several files tell of, so that each counts once: copies, hitlogs beside their reports, merged logs beside their parts.
/// </summary>
internal sealed class RunOverlap
{
    private readonly ImmutableArray<GarakRun> _runs;
    private readonly HashSet<object> _excluded = new(ReferenceEqualityComparer.Instance);
    private readonly List<DataNote> _notes = [];

    private RunOverlap(ImmutableArray<GarakRun> runs) => _runs = runs;

    /// <summary>The same runs in the same order, those that must not count again marked as excluded.</summary>
    public static (ImmutableArray<GarakRun> Runs, ImmutableArray<DataNote> Notes) Exclude(ImmutableArray<GarakRun> runs)
    {
        var overlap = new RunOverlap(runs);
        overlap.ExcludeCopies();
        overlap.ExcludeMerged();
        overlap.ExcludeHitlogs();
        return ([.. runs.Select(overlap.Marked)], [.. overlap._notes]);
    }

    private GarakRun Marked(GarakRun run) =>
        _excluded.Contains(run) ? run with { Summary = run.Summary with { Excluded = Exclusion.Duplicate } } : run;

    /// <summary>Of runs with one id the most complete is kept, of equals the first.</summary>
    private void ExcludeCopies()
    {
        foreach (var copies in ById(_runs.Where(run => !run.IsHitlog)).Where(group => group.Count() > 1))
        {
            var ranked = copies.OrderByDescending(run => run.Summary.State == RunState.Complete)
                .ThenByDescending(run => run.Summary.FinishedAttempts)
                .ThenByDescending(run => run.Results.Sum(result => result.Hits + result.Passes))
                .ToList();
            foreach (var copy in ranked.Skip(1))
                Exclude(copy, GarakNoteCodes.DuplicateRun, $"'{copy.Summary.File}' holds the same run as '{ranked[0].Summary.File}' and was left out.");
        }
    }

    private void ExcludeMerged()
    {
        foreach (var merged in _runs.Where(run => run.Summary.State == RunState.Aggregated && !_excluded.Contains(run)))
        {
            var parts = PartsOf(merged);
            if (parts.Count > 0 && parts.Count >= merged.AggregatedFiles.Length && !merged.AggregatedFiles.IsEmpty)
            {
                Exclude(
                    merged,
                    GarakNoteCodes.MergedOverlap,
                    $"'{merged.Summary.File}' was merged from logs that were read themselves, and was left out.");
                continue;
            }

            foreach (var part in parts)
            {
                Exclude(
                    part,
                    GarakNoteCodes.MergedOverlap,
                    $"'{part.Summary.File}' was left out: '{merged.Summary.File}' was merged from it and further logs.");
            }
        }
    }

    /// <summary>A file's name alone could be a coincidence, so the figures must fit as well.</summary>
    private List<GarakRun> PartsOf(GarakRun merged)
    {
        var names = merged.AggregatedFiles.Select(NameOf).ToHashSet(StringComparer.Ordinal);
        var whole = merged.Results.ToDictionary(result => (result.Probe, result.Detector));
        return
        [
            .. _runs.Where(run => !run.IsHitlog && run.Summary.State != RunState.Aggregated && !_excluded.Contains(run))
                .Where(run => names.Contains(NameOf(run.Summary.File)) || (run.Summary.RunId is { } id && id == merged.OriginalRunId))
                .Where(run => run.Results.All(result =>
                    whole.TryGetValue((result.Probe, result.Detector), out var all) && all.Hits >= result.Hits && all.Passes >= result.Passes)),
        ];
    }

    /// <summary>Every hit in a hitlog is in the report of the same run; without that report the longer of several hitlogs is kept.</summary>
    private void ExcludeHitlogs()
    {
        var reports = ById(_runs.Where(run => !run.IsHitlog && !_excluded.Contains(run))).ToDictionary(group => group.Key!, group => group.First());
        foreach (var hitlogs in ById(_runs.Where(run => run.IsHitlog)))
        {
            var report = reports.GetValueOrDefault(hitlogs.Key!);
            var kept = report ?? hitlogs.MaxBy(Hits)!;
            foreach (var hitlog in hitlogs.Where(hitlog => !ReferenceEquals(hitlog, kept)))
            {
                _excluded.Add(hitlog);
                if (report is null)
                    Note(GarakNoteCodes.DuplicateRun, $"'{hitlog.Summary.File}' holds hits of the same run as '{kept.Summary.File}' and was left out.");
                else if (report.Summary.State == RunState.Complete && Hits(hitlog) != Hits(report))
                    Note(GarakNoteCodes.HitlogMismatch, DifferentHits(hitlog, report));
            }
        }
    }

    private static string DifferentHits(GarakRun hitlog, GarakRun report) =>
        $"'{hitlog.Summary.File}' lists {Figure.Count(Hits(hitlog), "hit")}, the report of the same run '{report.Summary.File}' "
        + $"{Figure.Whole(Hits(report))}; the report was used.";

    private void Exclude(GarakRun run, string code, string message)
    {
        _excluded.Add(run);
        Note(code, message);
    }

    private void Note(string code, string message) => _notes.Add(new DataNote(code, message, 1, IsBlocking: false));

    private static IEnumerable<IGrouping<string?, GarakRun>> ById(IEnumerable<GarakRun> runs) =>
        runs.Where(run => run.Summary.RunId is not null).GroupBy(run => run.Summary.RunId, StringComparer.Ordinal);

    private static long Hits(GarakRun run) => run.Results.Sum(result => result.Hits);

    private static string NameOf(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
}
