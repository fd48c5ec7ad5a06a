using System.Collections.Immutable;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>R3: the headline counts of the period.</summary>
internal static class ExecutionTable
{
    public static Executions Of(CurrentTally current, RunLedger runs, EvidenceTally evidence, DateTimeZone zone, Redactor redactor)
    {
        var counts = current.Total;
        var models = Names(current.ByModel);
        var generators = Names(current.ByGenerator);
        ImmutableArray<string> scorers = [.. current.ByScorer.Entries.Keys.Order(StringComparer.Ordinal)];
        return new Executions
        {
            TotalExecutions = runs.Current.Length,
            CompletedExecutions = runs.Current.Count(run => run.State is RunState.Complete or RunState.Aggregated),
            IncompleteExecutions = runs.Incomplete.Length,
            TotalTests = counts.Tests,
            ScoredTests = counts.Scored,
            SuccessfulTests = counts.Scored,
            UnscoredTests = counts.Tests - counts.Scored,
            Violations = counts.Violations,
            CriticalFindings = counts.CriticalAndHigh,
            CriticalCount = counts.Critical,
            HighCount = counts.High,
            MediumCount = counts.Medium,
            LowCount = counts.Low,
            MinimalCount = counts.Minimal,
            UnknownCount = counts.Unknown,
            SuccessRate = counts.Scored == 0 ? null : counts.SuccessRate,
            ViolationRate = counts.ViolationRate,
            AttackSuccessRate = counts.AttackSuccessRate,
            AttackSuccessInterval = RateInterval.Wilson(counts.Violations, counts.Scored),
            UniqueModels = models.Length,
            UniqueGenerators = generators.Length,
            UniqueScorers = scorers.Length,
            UniqueProbes = current.ByProbe.Entries.Count,
            ModelNames = models,
            GeneratorNames = generators,
            ScorerNames = scorers,
            RawResults = [.. evidence.Gravest.Select(finding => RawResult.Of(finding, zone, redactor))],
        };
    }

    private static ImmutableArray<string> Names(Tally<GroupName> tally) =>
        [.. tally.Entries.Keys.Where(group => group.IsNamed).Select(group => group.Name!).Order(StringComparer.Ordinal)];
}
