using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Headline figures per probe. A probe whose primary detector differs between runs has a row for each of them.</summary>
internal static class ByProbeView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "by_probe",
        [
            new("probe", DataType.Text),
            new("family", DataType.Text),
            new("detector", DataType.Text),
            new("description", DataType.Text),
            new("tier", DataType.Integer),
            new("tags", DataType.Text),
            new("runs", DataType.Integer),
            new("targets", DataType.Integer),
            .. RateColumns.Columns,
        ],
        Rows);

    private static IEnumerable<object?[]> Rows(ViewContext context) =>
        from pair in context.Headline
        group pair by (pair.Result.Probe, pair.Result.Detector) into results
        orderby results.Key.Probe, results.Key.Detector
        select (object?[])
        [
            results.Key.Probe,
            results.First().Result.Family,
            results.Key.Detector,
            results.Any(result => result.ProbeDescription),
            (long?)results.Select(pair => pair.Result.Tier).FirstOrDefault(tier => tier is not null),
            results.Tags(),
            results.Runs(),
            results.Targets(),
            .. RateColumns.Values(results.Counts()),
        ];
}
