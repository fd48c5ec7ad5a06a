using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Counts of one scorer over one attack in one run. The figures of a report come from these; findings are their evidence.</summary>
internal sealed record AttackResult
{
    public required RunSummary Run { get; init; }

    public required string Attack { get; init; }

    public required string Scorer { get; init; }

    /// <summary>See <see cref="Finding.IsPrimary"/>: totals and headline rates count primary results only.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>Set when the result counts in no total (control records, second copies).</summary>
    public Exclusion? Excluded { get; init; }

    public required ResultBasis Basis { get; init; }

    public required long Hits { get; init; }

    public required long Passes { get; init; }

    /// <summary>Outputs without a usable score: in totals, never in a rate.</summary>
    public required long Nones { get; init; }

    /// <summary>The denominator of every rate; 0 for a list of hits, which has none.</summary>
    public long Evaluated => Basis == ResultBasis.HitsOnly ? 0 : Hits + Passes;

    /// <summary>Attack success rate in percent; null when nothing was evaluated.</summary>
    public decimal? Rate => Evaluated == 0 ? null : 100m * Hits / Evaluated;

    /// <summary>Of hits and passes; passes are minimal, hits without evidence unknown.</summary>
    public required SeverityCounts Severities { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];
}
