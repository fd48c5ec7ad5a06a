namespace Daybook.RedTeam;

/// <summary>Turns the counts of a run into its description, results and notes once the log is read to the end.</summary>
internal static class RunBuilder
{
    public static GarakRun Build(RunAccumulator run, string file, GarakOptions options, IReadOnlySet<int> gradedDetectors)
    {
        var header = run.Header;
        var results = new ResultBuilder(run, gradedDetectors).Build();
        var started = LogTime.Parse(header.StartTime, options.Zone);
        var summary = new RunSummary
        {
            Source = GarakSource.KindName,
            File = file,
            RunId = header.RunId,
            Name = header.Prefix ?? NameOf(file),
            ToolVersion = header.Version,
            GeneratorType = header.TargetType,
            Model = header.TargetName,
            Started = started.Instant,
            Ended = LogTime.Parse(header.EndTime, options.Zone).Instant,
            TimeQuality = started.Quality,
            State = State(run),
            TestMode = TestMode.Unknown,
            Threshold = run.IsHitlog ? null : run.Threshold,
            ThresholdAssumed = !run.IsHitlog && header.Threshold is null && options.Threshold is null,
            FinishedAttempts = run.FinishedAttempts,
            UnfinishedAttempts = run.Attempts.Unfinished,
            NeverSentAttempts = run.Attempts.NeverSent,
        };
        return new GarakRun
        {
            Summary = summary with { Notes = RunNotes.Of(run, summary, results, options) },
            IsHitlog = run.IsHitlog,
            Results = results,
            ControlAttempts = run.ControlAttempts,
            GroupAggregation = header.GroupAggregation ?? GroupScore.Default,
            Groups = run.Digest.Groups,
            AggregatedFiles = header.AggregatedFiles,
            OriginalRunId = header.OriginalRunId,
            FirstLine = run.FirstLine,
        };
    }

    private static RunState State(RunAccumulator run)
    {
        var header = run.Header;
        if (run.IsCut)
            return RunState.Incomplete;
        if (run.IsHitlog)
            return RunState.Unknown;
        if (header.IsAggregated)
            return RunState.Aggregated;
        if (header.Has(EntryType.Completion) || header.Has(EntryType.Digest))
            return RunState.Complete;
        return GarakVersion.WritesCompletion(header.Version) || run.Attempts.Unfinished > 0 || run.HasProbeWithoutClaim
            ? RunState.Incomplete
            : RunState.Unknown;
    }

    private static string NameOf(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var end = name.EndsWith(".report.jsonl", StringComparison.Ordinal) ? ".report.jsonl".Length
            : name.EndsWith(".hitlog.jsonl", StringComparison.Ordinal) ? ".hitlog.jsonl".Length
            : 0;
        return name[..^end];
    }
}
