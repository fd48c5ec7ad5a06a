namespace Daybook.RedTeam;

/// <summary>A result with the run it comes from.</summary>
internal readonly record struct RunResult(GarakRun Run, GarakResult Result)
{
    /// <summary>The results of runs, control records left out.</summary>
    public static IEnumerable<RunResult> Of(IEnumerable<GarakRun> runs) =>
        runs.SelectMany(run => run.Results.Where(result => !result.IsControl).Select(result => new RunResult(run, result)));
}
