namespace Daybook.RedTeam;

/// <summary>What garak's own evaluation lines say of a probe and detector: a claim to check against the attempts.</summary>
/// <param name="Lines">How many evaluation lines were added up.</param>
/// <param name="Nones">Null where the version does not say.</param>
public sealed record EvalClaim(long Passed, long Evaluated, long? Nones, int Lines)
{
    /// <summary>How garak made the interval; null where it gives none.</summary>
    public string? ConfidenceMethod { get; init; }

    public double? ConfidenceLevel { get; init; }

    /// <summary>
    /// Bounds of the attack success rate from 0 to 1, as garak gives them. They are corrected for the detector's own errors, so the observed
    /// rate may lie outside. Null where garak gives none, and where several lines were added up.
    /// </summary>
    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public long Hits => Evaluated - Passed;
}
