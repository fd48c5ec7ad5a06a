using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>The counts and rates of the period (R3). Rates are in percent and null without scored tests.</summary>
internal sealed record Executions
{
    /// <summary>Runs that started in the period.</summary>
    public required long TotalExecutions { get; init; }

    public required long CompletedExecutions { get; init; }

    public required long IncompleteExecutions { get; init; }

    public required long TotalTests { get; init; }

    public required long ScoredTests { get; init; }

    /// <summary>Tests that produced a score: nothing about safety.</summary>
    public required long SuccessfulTests { get; init; }

    public required long UnscoredTests { get; init; }

    public required long Violations { get; init; }

    /// <summary>Critical and high findings together, and to be labelled so.</summary>
    public required long CriticalFindings { get; init; }

    public required long CriticalCount { get; init; }

    public required long HighCount { get; init; }

    public required long MediumCount { get; init; }

    public required long LowCount { get; init; }

    public required long MinimalCount { get; init; }

    public required long UnknownCount { get; init; }

    public required decimal? SuccessRate { get; init; }

    public required decimal? ViolationRate { get; init; }

    public required decimal? AttackSuccessRate { get; init; }

    public required RateInterval? AttackSuccessInterval { get; init; }

    public required int UniqueModels { get; init; }

    public required int UniqueGenerators { get; init; }

    public required int UniqueScorers { get; init; }

    public required int UniqueProbes { get; init; }

    public required ImmutableArray<string> ModelNames { get; init; }

    public required ImmutableArray<string> GeneratorNames { get; init; }

    public required ImmutableArray<string> ScorerNames { get; init; }

    /// <summary>The gravest critical and high findings with their redacted evidence, up to the limit of the settings.</summary>
    public required ImmutableArray<RawResult> RawResults { get; init; }
}
