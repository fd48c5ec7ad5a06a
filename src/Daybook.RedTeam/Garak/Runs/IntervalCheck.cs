namespace Daybook.RedTeam;

/// <summary>Whether the bounds that garak gives can be an interval of a rate.</summary>
internal static class IntervalCheck
{
    public static bool IsRate(EvalClaim claim) => claim is { Lower: >= 0 and <= 1, Upper: >= 0 and <= 1 };

    /// <summary>True for bounds in the wrong order, or outside 0 to 1.</summary>
    public static bool IsBroken(EvalClaim? claim) =>
        claim is { Lower: { } lower, Upper: { } upper } && (lower > upper || !IsRate(claim));
}
