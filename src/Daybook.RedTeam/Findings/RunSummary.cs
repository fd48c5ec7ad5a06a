using System.Collections.Immutable;
using Daybook.Composition;
using NodaTime;

namespace Daybook.RedTeam;

/// <summary>One run of a red-team tool as its log tells it.</summary>
public sealed record RunSummary
{
    /// <summary><c>garak</c>, <c>pyrit</c> or <c>violentutf</c>.</summary>
    public required string Source { get; init; }

    /// <summary>Path below the configured folder, with <c>/</c>.</summary>
    public required string File { get; init; }

    /// <summary>Null where the file does not say.</summary>
    public string? RunId { get; init; }

    public string? Name { get; init; }

    /// <summary>Version of the tool that wrote the log.</summary>
    public string? ToolVersion { get; init; }

    /// <summary>Type of the target, such as <c>rest</c>.</summary>
    public string? GeneratorType { get; init; }

    /// <summary>Name of the target; null stays null and is never counted as a model.</summary>
    public string? Model { get; init; }

    public Instant? Started { get; init; }

    public Instant? Ended { get; init; }

    public required TimeQuality TimeQuality { get; init; }

    public required RunState State { get; init; }

    public TestMode TestMode { get; init; } = TestMode.Unknown;

    /// <summary>Score from which an output is a hit; null for tools without one.</summary>
    public double? Threshold { get; init; }

    /// <summary>True when the log does not name the threshold and the tool's default was taken.</summary>
    public bool ThresholdAssumed { get; init; }

    /// <summary>Attempts with scores, control records included.</summary>
    public long FinishedAttempts { get; init; }

    /// <summary>Attempts that were answered, never scored.</summary>
    public long UnfinishedAttempts { get; init; }

    public long NeverSentAttempts { get; init; }

    /// <summary>Set when the whole run counts in no total, such as a second copy of the same run.</summary>
    public Exclusion? Excluded { get; init; }

    public ImmutableArray<DataNote> Notes { get; init; } = [];
}
