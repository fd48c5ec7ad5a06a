namespace Daybook.RedTeam;

/// <summary>What the counts of a result rest on.</summary>
public enum ResultBasis
{
    /// <summary>Counted from the scored attempts in the log.</summary>
    Attempts,

    /// <summary>Taken from the tool's own evaluation line, since the log holds no scored attempt: there are no findings to show.</summary>
    EvalLine,

    /// <summary>A list of hits: violations are known, passes are not, so there is no rate.</summary>
    HitsOnly,
}
