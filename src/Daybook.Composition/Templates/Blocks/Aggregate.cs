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
}
