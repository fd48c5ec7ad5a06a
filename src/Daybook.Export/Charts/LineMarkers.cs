using System.Collections.Immutable;

namespace Daybook.Export.Charts;

/// <summary>Which points of a line carry a marker, so that lines can be told apart without their colours.</summary>
internal static class LineMarkers
{
    /// <summary>More points than this stand so close that markers on each would hide the line.</summary>
    private const int MostPoints = 32;

    private const int SparseCount = 8;

    /// <summary>All points of a short line; of a long one some, at other places than on its neighbours, and every point between two gaps.</summary>
    /// <param name="index">The line's number among <paramref name="lines"/>.</param>
    public static IEnumerable<int> Places(ImmutableArray<double?> values, int index, int lines)
    {
        var every = values.Length / SparseCount;
        var offset = every * (index + 1) / (lines + 1);
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not null && (values.Length <= MostPoints || (lines > 1 && i % every == offset) || IsLone(values, i)))
                yield return i;
        }
    }

    private static bool IsLone(ImmutableArray<double?> values, int i) =>
        (i == 0 || values[i - 1] is null) && (i == values.Length - 1 || values[i + 1] is null);
}
