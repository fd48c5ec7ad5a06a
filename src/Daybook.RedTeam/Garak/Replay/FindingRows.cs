using System.Runtime.CompilerServices;

namespace Daybook.RedTeam;

/// <summary>Turns scored attempts and hitlog lines into findings, one per output and detector.</summary>
internal static class FindingRows
{
    public static async IAsyncEnumerable<Finding> ReadAsync(
        GarakLogSet logs, Func<GarakRun, bool> wanted, GarakOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var replay in logs.ReplayAsync(wanted, cancellationToken).ConfigureAwait(false))
        {
            findings.Clear();
            if (replay.Run.IsHitlog)
                findings.Add(OfHit(replay, options));
            else if (replay.State is AttemptState.Finished or AttemptState.Duplicate)
                AddAttempt(replay, options, findings);
            foreach (var finding in findings)
                yield return finding;
        }
    }

    private static void AddAttempt(LogReplay replay, GarakOptions options, List<Finding> findings)
    {
        var attempt = replay.Attempt;
        string? prompt = null;
        foreach (var scores in attempt.Results)
        {
            var result = replay.Result(attempt.Probe, scores.Detector);
            for (var i = 0; i < Math.Max(scores.Scores.Count, attempt.Outputs.Count); i++)
            {
                var finding = Of(replay, result, scores.Detector.Raw, i < scores.Scores.Count ? scores.Scores[i] : double.NaN, options);
                if (finding.Violation == true)
                {
                    finding = finding with
                    {
                        Prompt = prompt ??= Evidence.Prompt(replay.Record),
                        Response = attempt.OutputOf(scores.Scores.Count, i) is { } output ? Evidence.Output(replay.Record, output) : null,
                    };
                }

                findings.Add(finding);
            }
        }
    }

    private static Finding OfHit(LogReplay replay, GarakOptions options)
    {
        var (probe, detector) = (replay.Probe(Field.Probe), replay.Detector(Field.Detector));
        return Of(replay, replay.Result(probe, detector), detector.Raw, Score.Of(replay.Record), options) with
        {
            Prompt = Evidence.Prompt(replay.Record),
            Response = Evidence.Output(replay.Record),
        };
    }

    private static Finding Of(LogReplay replay, GarakResult result, string rawDetector, double score, GarakOptions options)
    {
        var run = replay.Run.Summary;
        var threshold = run.Threshold ?? double.NegativeInfinity;
        var assessed = !double.IsNaN(score);
        return new Finding
        {
            Source = run.Source,
            SourceFile = run.File,
            SourceLine = replay.LineNumber,
            RunId = run.RunId,
            RunName = run.Name,
            RunState = run.State,
            Model = run.Model,
            GeneratorType = run.GeneratorType,
            Attack = result.Probe,
            Scorer = result.Detector,
            ScorerRaw = rawDetector,
            IsPrimary = result.IsPrimary,
            ValueType = ScoreValueType.Detector,
            Value = double.IsFinite(score) ? score : null,
            Assessed = assessed,
            HasDenominator = !replay.Run.IsHitlog,
            Violation = assessed ? score >= threshold : null,
            Severity = HitSeverity.Of(score, threshold, result.IsGraded, options.Severities),
            Tags = result.Tags,
            Timestamp = run.Started,
            TimeQuality = run.Started is null ? TimeQuality.Missing : TimeQuality.FromRun,
            TestMode = run.TestMode,
            Excluded = run.Excluded ?? ExclusionOf(replay, result),
        };
    }

    private static Exclusion? ExclusionOf(LogReplay replay, GarakResult result) =>
        replay.State == AttemptState.Duplicate ? Exclusion.Duplicate : result.IsControl ? Exclusion.ControlRecord : null;
}
