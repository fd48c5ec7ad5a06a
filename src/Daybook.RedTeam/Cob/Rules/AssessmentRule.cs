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
            .. runs.Incomplete.Select(Broken),
            .. quality.Blocking.Select(note => note.Message).Distinct(),
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
        [.. WhyNothing(counts, runs, quality), .. runs.Incomplete.Select(Broken), .. quality.Blocking.Select(note => note.Message).Distinct()]);

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
        if (runs.Untimed > 0)
            yield return $"{Figure.Count(runs.Untimed, "run has", "runs have")} no start time and can be placed in no period";
    }

    private static string Broken(RunSummary run) =>
        $"Run {run.Name ?? run.File} is incomplete: {Figure.Count(run.UnfinishedAttempts, "attempt")} without a score";

    private static string Extent(Counts counts, RunLedger runs) =>
        $"{Figure.Count(counts.Scored, "scored test")} in {Figure.Count(runs.Current.Length, "run")}";
}
