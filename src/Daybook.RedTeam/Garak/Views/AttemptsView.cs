using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>One row per attempt, unfinished and control ones included and marked; the counts are those of the probe's primary detector.</summary>
internal static class AttemptsView
{
    public static GarakView View { get; } = new(
        "attempts",
        [
            new("run_id", DataType.Text),
            new("target", DataType.Text),
            new("started", DataType.Instant),
            new("probe", DataType.Text),
            new("attempt_id", DataType.Text),
            new("seq", DataType.Integer),
            new("state", DataType.Text),
            new("is_control", DataType.Boolean),
            new("goal", DataType.Text),
            new("prompt", DataType.Text),
            new("turns", DataType.Integer),
            new("outputs", DataType.Integer),
            new("answers", DataType.Integer),
            new("response", DataType.Text),
            new("detector", DataType.Text),
            new("hits", DataType.Integer),
            new("passes", DataType.Integer),
            new("nones", DataType.Integer),
            new("max_score", DataType.Float),
            new("source_file", DataType.Text),
            new("source_line", DataType.Integer),
        ],
        RowsAsync);

    private static async IAsyncEnumerable<object?[]> RowsAsync(ViewContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var wanted = context.Counted.Where(run => !run.IsHitlog).ToHashSet(ReferenceEqualityComparer.Instance);
        await foreach (var replay in context.Logs.ReplayAsync(wanted.Contains, cancellationToken).ConfigureAwait(false))
        {
            if (replay.State != AttemptState.Duplicate)
                yield return Row(context, replay);
        }
    }

    private static object?[] Row(ViewContext context, LogReplay replay)
    {
        var (attempt, record, run) = (replay.Attempt, replay.Record, replay.Run.Summary);
        var scores = replay.State == AttemptState.Finished ? PrimaryScores(replay) : null;
        var tally = scores is null ? null : new DetectorTally(attempt.Probe, scores.Detector);
        foreach (var score in scores?.Scores ?? [])
            tally!.Add(score, run.Threshold!.Value, context.Options.Severities);
        tally?.AddMissing(Math.Max(0, attempt.Outputs.Count - scores!.Scores.Count));
        var response = attempt.Outputs.FirstOrDefault(output => output.Type != System.Text.Json.JsonTokenType.Null);
        return
        [
            run.RunId,
            run.Model,
            context.Time(run.Started),
            attempt.Probe.Text,
            record.Text(Field.Uuid),
            attempt.Seq < 0 ? null : attempt.Seq,
            SnakeCase.Of(replay.State),
            attempt.Probe.IsControl,
            context.Shown(record.Text(Field.Goal)),
            context.Shown(Evidence.Prompt(record)),
            (long)Evidence.Turns(record).Length,
            (long)attempt.Outputs.Count,
            (long)attempt.AnswerCount,
            response.Length == 0 ? null : context.Shown(Evidence.Output(record, response)),
            scores?.Detector.Text,
            tally?.Hits,
            tally?.Passes,
            tally?.Nones,
            scores?.Scores.Where(double.IsFinite).Select(score => (double?)score).Max(),
            run.File,
            replay.LineNumber,
        ];
    }

    private static DetectorScores? PrimaryScores(LogReplay replay)
    {
        foreach (var scores in replay.Attempt.Results)
        {
            if (replay.Result(replay.Attempt.Probe, scores.Detector).IsPrimary)
                return scores;
        }

        return null;
    }
}
