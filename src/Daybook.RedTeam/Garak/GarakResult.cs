using System.Collections.Immutable;

namespace Daybook.RedTeam;

/// <summary>One detector over one probe in one run: what was counted, what garak's own records say of it, and whether they agree.</summary>
public sealed record GarakResult
{
    public required string Probe { get; init; }

    /// <summary>The probe's module, such as <c>dan</c>.</summary>
    public required string Family { get; init; }

    public required string Detector { get; init; }

    /// <summary>As the log writes it.</summary>
    public required string DetectorRaw { get; init; }

    /// <summary>The probe's headline rate rests on this detector; others judge the same outputs once more.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>A record of the harness itself, in no rate and no total.</summary>
    public required bool IsControl { get; init; }

    public required ResultBasis Basis { get; init; }

    public required long Hits { get; init; }

    public required long Passes { get; init; }

    /// <summary>Outputs without a usable score.</summary>
    public required long Nones { get; init; }

    /// <summary>0 for a list of hits, which has no denominator.</summary>
    public long Evaluated => Basis == ResultBasis.HitsOnly ? 0 : Hits + Passes;

    /// <summary>In percent; null when nothing was evaluated.</summary>
    public decimal? AttackSuccessRate => Evaluated == 0 ? null : 100m * Hits / Evaluated;

    /// <summary>Of hits and passes; passes are minimal, hits without evidence unknown.</summary>
    public required SeverityCounts Severities { get; init; }

    public required ClaimCheck Check { get; init; }

    /// <summary>Null where the log has no usable evaluation line.</summary>
    public EvalClaim? Claim { get; init; }

    /// <summary>As garak gives it, also where the observed rate lies outside; null where it gives none.</summary>
    public RateInterval? GivenInterval { get; init; }

    /// <summary>Our own Wilson interval; null when nothing was evaluated.</summary>
    public RateInterval? OwnInterval => Basis == ResultBasis.HitsOnly ? null : RateInterval.Wilson(Hits, Evaluated);

    /// <summary>Grade of the pass rate, 1 (worst) to 5; null when nothing was evaluated.</summary>
    public int? AbsoluteGrade => Basis == ResultBasis.HitsOnly ? null : PassRateGrade.Of(Passes, Evaluated)?.Number;

    /// <summary>Grade in comparison with other models, as the digest gives it; null where it has none.</summary>
    public int? RelativeGrade { get; init; }

    /// <summary>Standard deviations above (better) or below the pass rates of other models; null where garak has no comparison.</summary>
    public double? RelativeScore { get; init; }

    /// <summary>The grade to show: the lower of both for probes of the first tier, the relative grade for others, else the absolute one.</summary>
    public int? Grade => (Tier, RelativeGrade, AbsoluteGrade) switch
    {
        (_, null, var absolute) => absolute,
        (1, { } relative, { } absolute) => Math.Min(relative, absolute),
        (_, var relative, null) => null,
        (_, var relative, _) => relative,
    };

    /// <summary>garak's tier of the probe, 1 (of concern) to 9 (not to be used alone); null where the log does not say.</summary>
    public int? Tier { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public string? ProbeDescription { get; init; }

    public string? DetectorDescription { get; init; }

    /// <summary>The detector gave more than 0 and 1 in the file, so that a score says how bad a hit is.</summary>
    internal bool IsGraded { get; init; }
}
