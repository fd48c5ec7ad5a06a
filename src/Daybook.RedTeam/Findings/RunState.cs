namespace Daybook.RedTeam;

public enum RunState
{
    Complete,

    /// <summary>The run broke off or its log was cut: attacks without results get no verdict.</summary>
    Incomplete,

    /// <summary>A merged log: what is missing from it proves nothing.</summary>
    Aggregated,

    Unknown,
}
