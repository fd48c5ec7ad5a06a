namespace Daybook.RedTeam;

/// <summary>Every code of a note on garak logs; <c>docs/reference/red-team-data.md</c> explains each.</summary>
internal static class GarakNoteCodes
{
    // What the log itself lacks
    public const string TruncatedLine = "truncated_line";
    public const string IncompleteRun = "incomplete_run";
    public const string UnknownState = "unknown_state";
    public const string AggregatedRun = "aggregated_run";
    public const string UnfinishedAttempts = "unfinished_attempts";
    public const string NeverSent = "never_sent";
    public const string HitsOnly = "hits_only";

    // What had to be assumed
    public const string ThresholdAssumed = "threshold_assumed";
    public const string NaiveTime = "naive_time";
    public const string UnreadableTime = "unreadable_time";
    public const string AggregationUnknown = "aggregation_unknown";

    // Where garak's own figures differ
    public const string EvalMismatch = "eval_mismatch";
    public const string EvalMissing = "eval_missing";
    public const string NoEvidence = "no_evidence";
    public const string EvalUnusable = "eval_unusable";
    public const string DigestMismatch = "digest_mismatch";
    public const string IntervalBroken = "interval_broken";

    // What is in no rate, or was left out
    public const string NullScores = "null_scores";
    public const string NonFinite = "non_finite";
    public const string DuplicateAttempt = "duplicate_attempt";
    public const string ControlRecord = "control_record";
    public const string NonstandardAttempt = "nonstandard_attempt";
    public const string UnscoredAttempt = "unscored_attempt";
    public const string UnknownEntryType = "unknown_entry_type";
    public const string BrokenText = "broken_text";

    // Several runs and files
    public const string SeveralRuns = "several_runs";
    public const string DuplicateRun = "duplicate_run";
    public const string MergedOverlap = "merged_overlap";
    public const string HitlogMismatch = "hitlog_mismatch";
    public const string CompanionFile = "companion_file";
    public const string NoLogs = "no_logs";
    public const string RefusedFile = "refused_file";

    // The period and the view
    public const string OutsidePeriod = "outside_period";
    public const string TimeMissing = "time_missing";
    public const string NoData = "no_data";
    public const string NothingEvaluated = "nothing_evaluated";
    public const string TagsOverlap = "tags_overlap";
    public const string TagsMissing = "tags_missing";
    public const string Redacted = "redacted";
}
