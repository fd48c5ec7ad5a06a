using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One row per run, probe and detector, control records and further detectors included, beside what garak's own records say.</summary>
internal static class EvaluationsView
{
    public static GarakView View { get; } = GarakView.OfCounts(
        "evaluations",
        [
            new("run_id", DataType.Text),
            new("source_file", DataType.Text),
            new("target", DataType.Text),
            new("started", DataType.Instant),
            new("probe", DataType.Text),
            new("family", DataType.Text),
            new("detector", DataType.Text),
            new("is_primary", DataType.Boolean),
            new("is_control", DataType.Boolean),
            new("basis", DataType.Text),
            new("check", DataType.Text),
            new("claimed_hits", DataType.Integer),
            new("claimed_evaluated", DataType.Integer),
            new("claimed_nones", DataType.Integer),
            new("garak_interval_low", DataType.Decimal),
            new("garak_interval_high", DataType.Decimal),
            new("absolute_grade", DataType.Integer),
            new("absolute_label", DataType.Text),
            new("relative_grade", DataType.Integer),
            new("relative_score", DataType.Float),
            new("tier", DataType.Integer),
            new("tags", DataType.Text),
            new("probe_description", DataType.Text),
            new("detector_description", DataType.Text),
            .. RateColumns.Columns,
        ],
        context =>
            from run in context.Counted
            orderby run.Summary.Started, run.Summary.File
            from result in run.Results
            select Row(context, run, result));

    private static object?[] Row(ViewContext context, GarakRun run, GarakResult result) =>
    [
        run.Summary.RunId,
        run.Summary.File,
        run.Summary.Model,
        context.Time(run.Summary.Started),
        result.Probe,
        result.Family,
        result.Detector,
        result.IsPrimary,
        result.IsControl,
        SnakeCase.Of(result.Basis),
        SnakeCase.Of(result.Check),
        result.Claim?.Hits,
        result.Claim?.Evaluated,
        result.Claim?.Nones,
        Shown(result.GivenInterval)?.Lower,
        Shown(result.GivenInterval)?.Upper,
        (long?)result.AbsoluteGrade,
        PassRateGrade.Of(result.Passes, result.Evaluated)?.Label,
        (long?)result.RelativeGrade,
        result.RelativeScore,
        (long?)result.Tier,
        result.Tags.IsEmpty ? null : string.Join(", ", result.Tags),
        result.ProbeDescription,
        result.DetectorDescription,
        .. RateColumns.Values(PooledCounts.Of([result])),
    ];

    /// <summary>An interval without width says nothing, and looks like certainty.</summary>
    private static RateInterval? Shown(RateInterval? given) => given is null || given.Lower == given.Upper ? null : given;
}
