using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>R2: assessed, partly assessed or not assessed, with the reasons. Comes before every other rule.</summary>
internal static class AssessmentRule
{
    public static Assessment Of(
        Counts counts, RunLedger runs, QualityLedger quality, ImmutableArray<string> expectedTargets, CurrentTally current)
    {
        if (counts.Scored == 0)
            return NotAssessed(counts, runs, quality);

        ImmutableArray<string> reasons =
        [
            .. Gaps(runs, quality),
            .. Untimed(runs),
            .. expectedTargets
                .Where(target => current.ByModel[new GroupName(target)].Scored == 0)
                .Select(target => $"Target {target} was expected and has no scored tests"),
        ];
        return reasons.IsEmpty
            ? new Assessment(AssessmentState.Assessed, "Assessed", $"Assessed: {Extent(counts, runs)}", [])
            : new Assessment(AssessmentState.PartlyAssessed, "Partly assessed", $"Partly assessed: {Extent(counts, runs)}, with gaps", reasons);
    }

    private static Assessment NotAssessed(Counts counts, RunLedger runs, QualityLedger quality) => new(
        AssessmentState.NotAssessed,
        "Not assessed",
        "Not assessed: no scored tests in the period",
        [.. WhyNothing(counts, runs, quality), .. Gaps(runs, quality)]);

    private static IEnumerable<string> WhyNothing(Counts counts, RunLedger runs, QualityLedger quality)
    {
        if (runs.Current.IsEmpty)
            yield return "No run started in the period";
        else if (counts.Tests > 0)
            yield return $"{Figure.Count(counts.Tests, "test")}, none with a usable score";
        else if (quality.ExcludedRows == 0)
            yield return $"{Figure.Count(runs.Current.Length, "run")} started, none holds a scored attempt";
        foreach (var exclusion in quality.Exclusions)
            yield return $"{Figure.Count(exclusion.Rows, "row")} excluded: {exclusion.Label}";
        if (quality.HitsWithoutRate > 0)
            yield return $"{Figure.Count(quality.HitsWithoutRate, "hit")} known from hit logs only, which give no rate";
        foreach (var reason in Untimed(runs))
            yield return reason;
    }

    private static IEnumerable<string> Untimed(RunLedger runs) => runs.Untimed == 0
        ? []
        : [$"{Figure.Count(runs.Untimed, "run has", "runs have")} no start time and can be placed in no period"];

    private static IEnumerable<string> Gaps(RunLedger runs, QualityLedger quality) => runs.Current
        .SelectMany(run => run.Notes.Where(note => note.IsBlocking).Select(note => note.Message).DefaultIfEmpty(Broken(run)))
        .OfType<string>()
        .Concat(quality.Blocking.Select(note => note.Message))
        .Distinct();

    /// <returns>Null for a run that is not known to be incomplete.</returns>
    private static string? Broken(RunSummary run) => run.State == RunState.Incomplete
        ? $"Run '{run.Name ?? run.File}' is incomplete: {Figure.Count(run.UnfinishedAttempts, "attempt")} without a score"
        : null;

    private static string Extent(Counts counts, RunLedger runs) =>
        $"{Figure.Count(counts.Scored, "scored test")} in {Figure.Count(runs.Current.Length, "run")}";
}
