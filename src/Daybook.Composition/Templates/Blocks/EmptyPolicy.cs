namespace Daybook.Composition;

/// <summary>What is printed for a block that has no data.</summary>
public enum EmptyPolicy
{
    /// <summary>A plain "no data" statement.</summary>
    Show,

    /// <summary>Nothing; the block is left out.</summary>
    Hide,

    /// <summary>The template's own words.</summary>
    Note,
}
