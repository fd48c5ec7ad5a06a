namespace Daybook.Composition;

/// <summary>What happens to the report when a block fails.</summary>
public enum ErrorPolicy
{
    /// <summary>The block shows as failed, with the reason.</summary>
    Show,

    /// <summary>The block is left out; the failure stays in the report's log and status.</summary>
    Hide,

    /// <summary>The report fails.</summary>
    Fail,
}
