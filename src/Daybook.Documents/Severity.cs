namespace Daybook.Documents;

/// <summary>How grave a finding or a callout is. Always shown as a word, never by colour alone.</summary>
public enum Severity
{
    /// <summary>Not a rating: a remark.</summary>
    Info,

    /// <summary>Could not be rated; listed, never counted as harmless.</summary>
    Unknown,

    Minimal,
    Low,
    Medium,
    High,
    Critical,
}
