namespace Daybook.RedTeam;

public enum FindingSeverity
{
    Critical,
    High,
    Medium,
    Low,
    Minimal,

    /// <summary>The score or category has no place on the scale.</summary>
    Unknown,
}
