using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>Headline figures per target. A target without a name stays without one.</summary>
internal static class ByTargetView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "by_target",
        [
            new("target_type", DataType.Text),
            new("target", DataType.Text),
            new("runs", DataType.Integer),
            new("incomplete_runs", DataType.Integer),
            new("probes", DataType.Integer),
            new("last_started", DataType.Instant),
            .. RateColumns.Columns,
        ],
        Rows);

    private static IEnumerable<object?[]> Rows(ViewContext context) =>
        from run in context.Counted
        group run by (run.Summary.GeneratorType, run.Summary.Model) into runs
        orderby runs.Key.Model, runs.Key.GeneratorType
        let results = RunResult.Of(runs).Where(pair => pair.Result.IsPrimary).ToList()
        select (object?[])
        [
            runs.Key.GeneratorType,
            runs.Key.Model,
            (long)runs.Count(),
            (long)runs.Count(run => run.Summary.State == RunState.Incomplete),
            results.Probes(),
            context.Time(runs.Max(run => run.Summary.Started)),
            .. RateColumns.Values(results.Counts()),
        ];
}
