using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One row per run, second copies included and marked.</summary>
internal static class RunsView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "runs",
        [
            new("run_id", DataType.Text),
            new("name", DataType.Text),
            new("source_file", DataType.Text),
            new("version", DataType.Text),
            new("target_type", DataType.Text),
            new("target", DataType.Text),
            new("started", DataType.Instant),
            new("ended", DataType.Instant),
            new("time_quality", DataType.Text),
            new("state", DataType.Text),
            new("threshold", DataType.Float),
            new("threshold_assumed", DataType.Boolean),
            new("attempts", DataType.Integer),
            new("unfinished", DataType.Integer),
            new("never_sent", DataType.Integer),
            new("control", DataType.Integer),
            new("probes", DataType.Integer),
            new("excluded", DataType.Text),
            new("notes", DataType.Text),
            .. RateColumns.Columns,
        ],
        context =>
            from run in context.Runs
            orderby run.Summary.Started, run.Summary.File
            select Row(context, run));

    private static object?[] Row(ViewContext context, GarakRun run)
    {
        var summary = run.Summary;
        var headline = RunResult.Of([run]).Where(pair => pair.Result.IsPrimary).ToList();
        return
        [
            summary.RunId,
            summary.Name,
            summary.File,
            summary.ToolVersion,
            summary.GeneratorType,
            summary.Model,
            context.Time(summary.Started),
            context.Time(summary.Ended),
            SnakeCase.Of(summary.TimeQuality),
            SnakeCase.Of(summary.State),
            summary.Threshold,
            summary.ThresholdAssumed,
            summary.FinishedAttempts,
            summary.UnfinishedAttempts,
            summary.NeverSentAttempts,
            run.ControlAttempts,
            headline.Probes(),
            summary.Excluded is { } reason ? SnakeCase.Of(reason) : null,
            summary.Notes.IsEmpty ? null : string.Join(", ", summary.Notes.Select(note => note.Code)),
            .. RateColumns.Values(headline.Counts()),
        ];
    }
}
