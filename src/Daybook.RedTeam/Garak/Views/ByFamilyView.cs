using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Headline figures per family of probes, with garak's score of the group: the lowest over the runs.</summary>
internal static class ByFamilyView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "by_family",
        [
            new("family", DataType.Text),
            new("description", DataType.Text),
            new("probes", DataType.Integer),
            new("runs", DataType.Integer),
            new("group_score", DataType.Decimal),
            new("group_grade", DataType.Integer),
            new("aggregation", DataType.Text),
            .. RateColumns.Columns,
        ],
        Rows);

    private static IEnumerable<object?[]> Rows(ViewContext context) =>
        from pair in context.EveryDetector
        group pair by pair.Result.Family into results
        orderby results.Key
        let score = Score(results)
        select (object?[])
        [
            results.Key,
            results.SelectMany(pair => pair.Run.Groups).FirstOrDefault(module => module.Key == results.Key)?.Description,
            results.Probes(),
            results.Runs(),
            score is { } passRate ? RateInterval.Percent(passRate) : null,
            score is { } graded ? (long)PassRateGrade.Of((decimal)graded).Number : null,
            string.Join(", ", results.Select(pair => pair.Run.GroupAggregation).Distinct(StringComparer.Ordinal)),
            .. RateColumns.Values(results.Where(pair => pair.Result.IsPrimary).Counts()),
        ];

    /// <summary>garak aggregates over all detectors of a group in one run.</summary>
    private static double? Score(IEnumerable<RunResult> results) =>
        results.GroupBy(pair => pair.Run).Select(run => GroupScore.Of(run.Key.GroupAggregation, PassRates(run))).Min();

    private static IEnumerable<double> PassRates(IEnumerable<RunResult> results) =>
        results.Where(pair => pair.Result.Evaluated > 0).Select(pair => (double)pair.Result.Passes / pair.Result.Evaluated);
}
