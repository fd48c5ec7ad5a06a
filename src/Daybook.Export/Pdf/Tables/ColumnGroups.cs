using System.Collections.Immutable;

namespace Daybook.Export.Pdf;

/// <summary>Divides the columns of a table that is too wide for any page into groups that fit, each led by the columns that name the rows.</summary>
internal static class ColumnGroups
{
    /// <param name="least">The least width of each column, in points.</param>
    /// <param name="keys">How many columns from the first are repeated in every group.</param>
    /// <returns>The columns of each group; a column too wide to stand beside the keys stands with them alone.</returns>
    public static ImmutableArray<ImmutableArray<int>> Of(IReadOnlyList<double> least, int keys, double available)
    {
        ImmutableArray<int> lead = [.. Enumerable.Range(0, keys)];
        var leadWidth = lead.Sum(i => least[i]);
        var groups = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        var group = lead.ToBuilder();
        var width = leadWidth;
        for (var i = keys; i < least.Count; i++)
        {
            if (group.Count > keys && width + least[i] > available)
            {
                groups.Add(group.ToImmutable());
                group = lead.ToBuilder();
                width = leadWidth;
            }

            group.Add(i);
            width += least[i];
        }

        groups.Add(group.ToImmutable());
        return groups.ToImmutable();
    }
}
