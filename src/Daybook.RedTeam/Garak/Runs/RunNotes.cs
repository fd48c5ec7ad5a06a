using System.Collections.Immutable;
using System.Globalization;
using Daybook.Composition;

namespace Daybook.RedTeam;

/// <summary>What a reader of the report must know about one run.</summary>
internal static class RunNotes
{
    public static ImmutableArray<DataNote> Of(RunAccumulator run, RunSummary summary, ImmutableArray<GarakResult> results, GarakOptions options)
    {
        var notes = new NoteList(summary.File);
        notes.AddBlocking(GarakNoteCodes.TruncatedLine, run.IsCut ? 1 : 0, "breaks off inside its last line, which was left out");
        if (run.IsHitlog)
            AddHitlog(notes, results);
        else
            AddState(notes, run, summary);
        AddTimes(notes, run.Header, summary, options);
        ClaimNotes.Add(notes, run, results);
        AddCounts(notes, run, results);
        return notes.ToImmutable();
    }

    private static void AddHitlog(NoteList notes, ImmutableArray<GarakResult> results)
    {
        var lines = results.Sum(result => result.Hits + result.Nones);
        notes.Add(GarakNoteCodes.HitsOnly, lines, $"is a hitlog of {Figure.Count(lines, "hit")}: it has no passes, so it gives findings and no rate");
    }

    private static void AddState(NoteList notes, RunAccumulator run, RunSummary summary)
    {
        var unscored = $"{Figure.Count(summary.UnfinishedAttempts, "attempt")} answered and never scored";
        switch (summary.State)
        {
            case RunState.Incomplete:
                notes.AddBlocking(
                    GarakNoteCodes.IncompleteRun,
                    1,
                    $"is incomplete, the run stopped or the log was cut: {unscored}; probes without results get no verdict");
                break;
            case RunState.Aggregated:
                var parts = run.Header.AggregatedFiles.Length;
                var from = parts > 0 ? Figure.Count(parts, "log") : "several logs";
                notes.Add(
                    GarakNoteCodes.AggregatedRun, 1, $"was merged from {from}: what did not finish is missing, and all results have one start time");
                break;
            case RunState.Unknown:
                var version = LogRefusal.Printable(summary.ToolVersion ?? "of an unknown version");
                notes.Add(GarakNoteCodes.UnknownState, 1, $"does not say whether the run finished: garak {version} writes no end record");
                break;
            case RunState.Complete:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(summary));
        }

        if (summary.State != RunState.Incomplete)
            notes.AddBlocking(GarakNoteCodes.UnfinishedAttempts, summary.UnfinishedAttempts, $"has {unscored}");
        notes.AddBlocking(
            GarakNoteCodes.NeverSent,
            summary.NeverSentAttempts,
            $"has {Figure.Count(summary.NeverSentAttempts, "attempt")} that the target never got");
        notes.Add(
            GarakNoteCodes.ThresholdAssumed,
            summary.ThresholdAssumed ? 1 : 0,
            string.Create(CultureInfo.InvariantCulture, $"does not name its hit threshold; garak's default {summary.Threshold} was taken"));
    }

    private static void AddTimes(NoteList notes, RunHeader header, RunSummary summary, GarakOptions options)
    {
        notes.Add(
            GarakNoteCodes.NaiveTime,
            summary.TimeQuality == TimeQuality.NaiveAssumedZone ? 1 : 0,
            $"gives local times without a zone; they were read in {options.Zone.Id}");
        if (summary.TimeQuality == TimeQuality.Missing && header.StartTime is { } text)
            notes.AddBlocking(GarakNoteCodes.UnreadableTime, 1, $"gives the start time {LogRefusal.Printable(text)}, which cannot be read");
    }

    private static void AddCounts(NoteList notes, RunAccumulator run, ImmutableArray<GarakResult> results)
    {
        var nones = results.Where(result => !result.IsControl).Sum(result => result.Nones);
        notes.Add(GarakNoteCodes.NullScores, nones, $"has {Figure.Count(nones, "output")} without a usable score, in no rate");
        var words = run.NonFiniteWords;
        notes.Add(GarakNoteCodes.NonFinite, words, $"has {Figure.Count(words, "number")} written as NaN or Infinity; NaN is no score");
        var duplicates = run.Attempts.Repeated;
        notes.Add(GarakNoteCodes.DuplicateAttempt, duplicates, $"has {Figure.Count(duplicates, "scored attempt")} written once more, counted once");
        var controls = run.ControlAttempts;
        notes.Add(GarakNoteCodes.ControlRecord, controls, $"has {Figure.Count(controls, "record")} of the harness itself, in no rate");
        notes.Add(
            GarakNoteCodes.NonstandardAttempt,
            run.NonstandardAttempts,
            $"has {Figure.Count(run.NonstandardAttempts, "attempt")} without a usable status, judged by the other fields");
        notes.Add(
            GarakNoteCodes.UnscoredAttempt,
            run.UnscoredAttempts,
            $"has {Figure.Count(run.UnscoredAttempts, "finished attempt")} without any detector's result, in no rate");
        if (run.Header.GroupAggregation is { } function && !GroupScore.IsKnown(function))
        {
            notes.Add(
                GarakNoteCodes.AggregationUnknown,
                1,
                $"aggregates groups by {LogRefusal.Printable(function)}, which is not known; the lowest pass rate was taken");
        }
    }
}
