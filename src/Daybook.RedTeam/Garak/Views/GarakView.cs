using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One table that a dataset can ask for by the name in <c>view</c>.</summary>
internal sealed record GarakView(string Name, ImmutableArray<DataColumn> Columns, Func<ViewContext, CancellationToken, IAsyncEnumerable<object?[]>> Rows)
{
    public static ImmutableArray<GarakView> All { get; } =
    [
        RunsView.View,
        AttemptsView.View,
        EvaluationsView.View,
        HitsView.View,
        ByProbeView.View,
        ByDetectorView.View,
        ByFamilyView.View,
        ByTargetView.View,
        ByDayView.View,
        ByTagView.View,
    ];

    /// <summary>A table that is made from counts alone.</summary>
    public static GarakView OfCounts(string name, ImmutableArray<DataColumn> columns, Func<ViewContext, IEnumerable<object?[]>> rows) =>
        new(name, columns, (context, cancellationToken) => Each(rows(context), cancellationToken));

    private static async IAsyncEnumerable<object?[]> Each(IEnumerable<object?[]> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
