namespace Daybook.Composition;

public enum Aggregate
{
    Sum,
    Mean,
    Minimum,
    Maximum,
    Count,

    /// <summary>The last row's value.</summary>
    Last,

    /// <summary>Every row keeps a place of its own.</summary>
    None,
}
