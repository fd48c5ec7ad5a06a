namespace Daybook.Composition;

internal static class NodeLimits
{
    /// <summary>Levels of lists and objects inside each other.</summary>
    public const int Depth = 64;

    /// <summary>Values of one file, those that an alias repeats counted each time.</summary>
    public const int Values = 500_000;
}
