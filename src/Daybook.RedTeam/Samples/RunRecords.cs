using System.Globalization;

namespace Daybook.RedTeam;

/// <summary>Writes the records of a run around its attempts, in the shape of a garak version.</summary>
internal sealed class RunRecords(PythonJson json, SampleRun run, string runId, int generations)
{
    public void WriteStart()
    {
        Setup();
        json.EndLine();
        json.Open()
            .Field("entry_type", "init")
            .Field("garak_version", run.Version)
            .Field("start_time", Time(run.Started))
            .Field("run", runId)
            .Close()
            .EndLine();
    }

    public void WriteEval(SampleEval eval)
    {
        var fails = run.WrongEval == eval.Probe.Name && eval.Fails > 0 ? eval.Fails - 1 : eval.Fails;
        var passed = eval.Evaluated - fails;
        json.Open().Field("entry_type", "eval").Field("probe", eval.Probe.Name);
        if (run.Dialect != GarakDialect.Current)
        {
            var prefix = run.Dialect == GarakDialect.Early ? "detector." : "";
            json.Field("detector", prefix + eval.Detector).Field("passed", passed).Field("total", eval.Evaluated + eval.Nones).Close().EndLine();
            return;
        }

        json.Field("detector", eval.Detector)
            .Field("passed", passed)
            .Field("fails", fails)
            .Field("nones", eval.Nones)
            .Field("total_evaluated", eval.Evaluated)
            .Field("total_processed", eval.Evaluated + eval.Nones);
        if (eval.Interval() is { } interval)
        {
            json.Field("confidence_method", "bootstrap")
                .Field("confidence", "0.95")
                .Name("confidence_upper").Value(interval.Upper)
                .Name("confidence_lower").Value(interval.Lower);
        }

        json.Close().EndLine();
    }

    public void WriteEnd(IReadOnlyList<SampleEval> evals)
    {
        var ended = run.Started.AddMinutes(6 * run.Probes.Length).AddMicroseconds(412_345);
        json.Open().Field("entry_type", "completion").Field("end_time", Time(ended)).Field("run", runId).Close().EndLine();
        if (run.Dialect == GarakDialect.Early)
            return;

        json.Open().Field("entry_type", "digest").Name("meta");
        Meta(ended);
        new DigestRecords(json, run.Dialect).Write(evals);
        json.Close().EndLine();
    }

    private void Meta(DateTime ended)
    {
        json.Open()
            .Field("reportfile", run.Prefix + ".report.jsonl")
            .Field("garak_version", run.Version)
            .Field("start_time", Time(run.Started))
            .Field("run_uuid", runId)
            .Name("setup");
        Setup();
        json.Field("probespec", ProbeSpec)
            .Field(run.Dialect == GarakDialect.Current ? "target_type" : "model_type", run.Target.Type)
            .Field(run.Dialect == GarakDialect.Current ? "target_name" : "model_name", run.Target.Name)
            .Empty("payloads", '[', ']')
            .Field("group_aggregation_function", "lower_quartile")
            .Field("report_digest_time", Time(ended.AddMilliseconds(96)))
            .Field("calibration_used", false)
            .Field("aggregation_unknown", false)
            .Close();
    }

    private string ProbeSpec => string.Join(',', run.Probes.Select(probe => probe.Name));

    /// <summary>Float settings, the threshold among them, are never written.</summary>
    private void Setup()
    {
        var target = run.Dialect == GarakDialect.Current ? "target" : "model";
        json.Open()
            .Field("entry_type", "start_run setup")
            .Field("_config.version", run.Version)
            .Texts("_config.system_params", ["verbose", "narrow_output", "parallel_requests", "parallel_attempts", "skip_unknown"])
            .Texts("_config.run_params", ["seed", "deprefix", "eval_threshold", "generations", "probe_tags", "interactive"])
            .Texts("_config.plugins_params", [target + "_type", target + "_name", "extended_detectors"])
            .Texts("_config.reporting_params", ["taxonomy", "report_prefix"])
            .Field("_config.project_dir_name", "garak")
            .Field("_config.loaded", true)
            .Field("system.verbose", 0)
            .Field("system.narrow_output", false)
            .Field("system.parallel_requests", false)
            .Field("system.parallel_attempts", 8)
            .Field("system.lite", true)
            .Field("transient.starttime_iso", Time(run.Started))
            .Field("transient.run_id", runId)
            .Field("transient.report_filename", run.Prefix + ".report.jsonl")
            .Field("run.seed", 7)
            .Field("run.deprefix", true)
            .Field("run.generations", generations)
            .Field("run.probe_tags", null)
            .Field("run.interactive", false)
            .Field($"plugins.{target}_type", run.Target.Type)
            .Field($"plugins.{target}_name", run.Target.Name)
            .Field("plugins.probe_spec", ProbeSpec)
            .Field("plugins.detector_spec", "auto")
            .Field("plugins.extended_detectors", true)
            .Field("plugins.buff_spec", null)
            .Field("reporting.taxonomy", null)
            .Field("reporting.report_prefix", run.Prefix)
            .Field("reporting.report_dir", "garak_runs")
            .Field("reporting.show_100_pass_modules", true)
            .Field("reporting.group_aggregation_function", "lower_quartile");
        if (run.Dialect == GarakDialect.Current)
            json.Field("reporting.confidence_interval_method", "bootstrap");
        json.Close();
    }

    /// <summary>As Python prints a naive time.</summary>
    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
