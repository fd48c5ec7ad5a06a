namespace Daybook.RedTeam;

/// <summary>How garak's own evaluation of a probe and detector compares with the attempts in the log.</summary>
public enum ClaimCheck
{
    Agrees,

    /// <summary>The figures differ, or the log holds attempts of the probe and none of them is scored by the detector.</summary>
    Mismatch,

    /// <summary>There are scored attempts and no evaluation line: the run stopped before it.</summary>
    EvalMissing,

    /// <summary>There is an evaluation line and no attempt: the log was stripped.</summary>
    NoEvidence,

    /// <summary>A hitlog, which holds no evaluation.</summary>
    NotApplicable,
}
