using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>Counts of one scorer over one attack in one run: what remains of the findings when their texts are not needed.</summary>
internal sealed record AttackResult
{
    public required RunSummary Run { get; init; }

    public required string Attack { get; init; }

    public required string Scorer { get; init; }

    /// <summary>See <see cref="Finding.IsPrimary"/>: totals and headline rates count primary results only.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>Set when the result counts in no total (control records, second copies).</summary>
    public Exclusion? Excluded { get; init; }

    public required long Hits { get; init; }

    public required long Passes { get; init; }

    /// <summary>Outputs without a usable score: in totals, never in a rate.</summary>
    public required long Nones { get; init; }

    public long Evaluated => Hits + Passes;

    /// <summary>Attack success rate from 0 to 1; null when nothing was evaluated.</summary>
    public double? Rate => Evaluated == 0 ? null : (double)Hits / Evaluated;

    /// <summary>Of the evaluated outputs; passes are minimal.</summary>
    public required SeverityCounts Severities { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];
}
