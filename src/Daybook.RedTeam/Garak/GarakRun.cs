using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>One run in a garak log.</summary>
public sealed record GarakRun
{
    public required RunSummary Summary { get; init; }

    /// <summary>True for the lines of a hitlog, which list hits and nothing else.</summary>
    public required bool IsHitlog { get; init; }

    /// <summary>Ordered by probe; of a probe the primary detector first, then by name.</summary>
    public required ImmutableArray<GarakResult> Results { get; init; }

    /// <summary>Finished attempts that are records of the harness itself.</summary>
    public long ControlAttempts { get; init; }

    /// <summary>How garak aggregates the pass rates of a group of probes.</summary>
    public required string GroupAggregation { get; init; }

    /// <summary>The groups of the log's digest; empty without one.</summary>
    public ImmutableArray<DigestGroup> Groups { get; init; } = [];

    /// <summary>The logs a merged log was made of, as its maker named them.</summary>
    public ImmutableArray<string> AggregatedFiles { get; init; } = [];

    /// <summary>Of a merged log: the run that its first log held.</summary>
    internal string? OriginalRunId { get; init; }

    /// <summary>1-based; the run reaches to the next run's first line.</summary>
    internal long FirstLine { get; init; }
}
