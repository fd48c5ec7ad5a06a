using System.Text;

namespace Daybook.RedTeam;

/// <summary>Finds the <see cref="Field"/> of a key. garak's setup record writes its settings as flat dotted keys.</summary>
internal static class FieldNames
{
    private static readonly (byte[] Name, Field Field)[][] ByLength = Group(
    [
        ("entry_type", Field.EntryType),
        ("uuid", Field.Uuid),
        ("seq", Field.Seq),
        ("status", Field.Status),
        ("probe_classname", Field.ProbeClassname),
        ("prompt", Field.Prompt),
        ("outputs", Field.Outputs),
        ("detector_results", Field.DetectorResults),
        ("passed", Field.Passed),
        ("goal", Field.Goal),
        ("probe", Field.Probe),
        ("detector", Field.Detector),
        ("fails", Field.Fails),
        ("nones", Field.Nones),
        ("total", Field.Total),
        ("total_evaluated", Field.TotalEvaluated),
        ("confidence_method", Field.ConfidenceMethod),
        ("confidence", Field.Confidence),
        ("confidence_lower", Field.ConfidenceLower),
        ("confidence_upper", Field.ConfidenceUpper),
        ("garak_version", Field.GarakVersion),
        ("start_time", Field.StartTime),
        ("run", Field.Run),
        ("orig_uuid", Field.OrigUuid),
        ("orig_start_time", Field.OrigStartTime),
        ("end_time", Field.EndTime),
        ("model_type", Field.ModelType),
        ("model_name", Field.ModelName),
        ("eval_threshold", Field.EvalThreshold),
        ("report_prefix", Field.ReportPrefix),
        ("_config.version", Field.SetupVersion),
        ("transient.starttime_iso", Field.SetupStartTime),
        ("transient.run_id", Field.SetupRunId),
        ("plugins.target_type", Field.SetupTargetType),
        ("plugins.target_name", Field.SetupTargetName),
        ("plugins.model_type", Field.SetupModelType),
        ("plugins.model_name", Field.SetupModelName),
        ("run.eval_threshold", Field.SetupThreshold),
        ("reporting.report_prefix", Field.SetupReportPrefix),
        ("reporting.group_aggregation_function", Field.SetupGroupAggregation),
        ("aggregation", Field.Aggregation),
        ("meta", Field.Meta),
        ("eval", Field.Eval),
        ("plugin_cache", Field.PluginCache),
        ("score", Field.Score),
        ("run_id", Field.RunId),
        ("attempt_id", Field.AttemptId),
        ("attempt_seq", Field.AttemptSeq),
        ("attempt_idx", Field.AttemptIdx),
        ("generator", Field.Generator),
        ("output", Field.Output),
    ]);

    public static Field? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= ByLength.Length)
            return null;
        foreach (var (candidate, field) in ByLength[name.Length])
        {
            if (name.SequenceEqual(candidate))
                return field;
        }

        return null;
    }

    private static (byte[] Name, Field Field)[][] Group((string Name, Field Field)[] names)
    {
        var groups = names.ToLookup(entry => entry.Name.Length, entry => (Encoding.UTF8.GetBytes(entry.Name), entry.Field));
        return [.. Enumerable.Range(0, names.Max(entry => entry.Name.Length) + 1).Select(length => groups[length].ToArray())];
    }
}
