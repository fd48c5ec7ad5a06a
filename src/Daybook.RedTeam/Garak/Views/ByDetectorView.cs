using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Figures per detector over all probes it judged, as primary or further detector.</summary>
internal static class ByDetectorView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "by_detector",
        [
            new("detector", DataType.Text),
            new("description", DataType.Text),
            new("probes", DataType.Integer),
            new("primary_for", DataType.Integer),
            new("runs", DataType.Integer),
            .. RateColumns.Columns,
        ],
        Rows);

    private static IEnumerable<object?[]> Rows(ViewContext context) =>
        from pair in context.EveryDetector
        group pair by pair.Result.Detector into results
        orderby results.Key
        select (object?[])
        [
            results.Key,
            results.Any(result => result.DetectorDescription),
            results.Probes(),
            results.Where(pair => pair.Result.IsPrimary).Probes(),
            results.Runs(),
            .. RateColumns.Values(results.Counts()),
        ];
}
