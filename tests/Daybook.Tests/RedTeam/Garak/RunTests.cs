using Daybook.RedTeam;
using NodaTime;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class RunTests
{
    [Fact]
    public async Task A_setup_and_an_init_describe_the_run()
    {
        var summary = (await ReadAsync(Run(Attempt("u1", 2, "0"), Eval(1, 1)))).Runs[0].Summary;

        Assert.Equal(("r1", "0.14.1", "rest", "shop", "a"), (summary.RunId, summary.ToolVersion, summary.GeneratorType, summary.Model, summary.Name));
        Assert.Equal(At(2026, 5, 4, 17, 2, 11).Plus(Duration.FromTicks(5_123_450)), summary.Started);
        Assert.Equal(At(2026, 5, 4, 17, 20, 40).Plus(Duration.FromMilliseconds(100)), summary.Ended);
        Assert.Equal((RunState.Complete, TimeQuality.NaiveAssumedZone), (summary.State, summary.TimeQuality));
    }

    [Fact]
    public async Task The_oldest_logs_begin_with_a_flat_config_whose_entry_type_is_last()
    {
        var summary = (await ReadAsync(
            """{"model_type":"function.Single","model_name":"shop#ask","seed":null,"generations":2,"probes":"demo","eval_threshold":0.5,"report_prefix":"nightly","entry_type":"config"}""",
            """{"garak_version":"0.9.0.6","start_time":"2023-10-31T15:41:54","run":"old","entry_type":"init"}""",
            Attempt("u1", 2, "0"),
            Eval(1, 1))).Runs[0].Summary;

        Assert.Equal(("old", "0.9.0.6", "function.Single", "shop#ask", "nightly"), (summary.RunId, summary.ToolVersion, summary.GeneratorType, summary.Model, summary.Name));
        Assert.Equal(At(2023, 10, 31, 15, 41, 54), summary.Started);
    }

    [Theory]
    [InlineData("plugins.model_type", "plugins.model_name")]
    [InlineData("plugins.target_type", "plugins.target_name")]
    public async Task The_target_has_had_two_names(string type, string name)
    {
        var summary = (await ReadAsync($$"""{"entry_type":"start_run setup","{{type}}":"rest","{{name}}":null}""", Init)).Runs[0].Summary;

        Assert.Equal("rest", summary.GeneratorType);
        Assert.Null(summary.Model);
    }

    [Fact]
    public async Task Times_without_a_zone_are_read_in_the_configured_one()
    {
        var options = new GarakOptions { Zone = DateTimeZoneProviders.Tzdb["America/New_York"] };
        var run = (await ReadTextAsync(string.Join('\n', Run()), options)).Runs[0];

        Assert.Equal(At(2026, 5, 4, 21, 2, 11), run.Summary.Started!.Value.Minus(Duration.FromTicks(5_123_450)));
        Assert.Contains("America/New_York", Note(run, "naive_time").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-04T17:02:11+02:00", 15)]
    [InlineData("2026-05-04T17:02:11Z", 17)]
    [InlineData("2026-05-04 17:02:11.000001", 17)]
    public async Task Times_are_read_in_every_form(string text, int hour)
    {
        var summary = (await ReadAsync($$"""{"entry_type":"init","garak_version":"0.14.1","start_time":"{{text}}","run":"r1"}""")).Runs[0].Summary;

        Assert.Equal(hour, summary.Started!.Value.InUtc().Hour);
        Assert.Equal(text.Contains(' ', StringComparison.Ordinal) ? TimeQuality.NaiveAssumedZone : TimeQuality.Exact, summary.TimeQuality);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("9998-12-31T23:59:59-18:00")]
    public async Task A_time_that_cannot_be_read_is_missing_and_said(string text)
    {
        var run = (await ReadAsync($$"""{"entry_type":"init","garak_version":"0.14.1","start_time":"{{text}}","run":"r1"}""")).Runs[0];

        Assert.Null(run.Summary.Started);
        Assert.Equal(TimeQuality.Missing, run.Summary.TimeQuality);
        Assert.True(Note(run, "unreadable_time").IsBlocking);
    }

    [Fact]
    public async Task A_newer_log_without_its_end_is_incomplete()
    {
        var run = (await ReadAsync(Setup, Init, Attempt("u1", 1), Attempt("u2", 2, "1.0"))).Runs[0];

        Assert.Equal(RunState.Incomplete, run.Summary.State);
        Assert.True(Note(run, "incomplete_run").IsBlocking);
        Assert.Contains("1 attempt answered and never scored", Note(run, "incomplete_run").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.9.0.13", RunState.Unknown)]
    [InlineData("0.9.0.14", RunState.Incomplete)]
    [InlineData("0.10.0.pre1", RunState.Incomplete)]
    [InlineData("0.9", RunState.Unknown)]
    public async Task What_a_missing_end_proves_depends_on_the_version(string version, RunState expected)
    {
        var init = $$"""{"entry_type":"init","garak_version":"{{version}}","start_time":"2026-05-04T17:02:11","run":"r1"}""";

        Assert.Equal(expected, (await ReadAsync(init, Attempt("u1", 2, "0"), Eval(1, 1))).Runs[0].Summary.State);
        Assert.Equal(RunState.Incomplete, (await ReadAsync(init, Attempt("u1", 1), Attempt("u2", 2, "0"), Eval(1, 1))).Runs[0].Summary.State);
        Assert.Equal(RunState.Incomplete, (await ReadAsync(init, Attempt("u1", 2, "0"))).Runs[0].Summary.State);
        Assert.Equal(RunState.Complete, (await ReadAsync(init, Completion)).Runs[0].Summary.State);
    }

    [Fact]
    public async Task Without_setup_and_init_version_target_and_start_are_unknown()
    {
        var summary = (await ReadAsync(Attempt("u1", 2, "0"), Eval(1, 1))).Runs[0].Summary;

        Assert.Equal((null, null, null, null), (summary.RunId, summary.ToolVersion, summary.Model, summary.Started));
        Assert.Equal((RunState.Unknown, TimeQuality.Missing), (summary.State, summary.TimeQuality));
    }

    [Fact]
    public async Task A_merged_log_proves_nothing_by_what_it_lacks()
    {
        var run = (await ReadAsync(
            """{"entry_type":"start_run setup","transient.run_id":"first","_config.version":"0.14.1","aggregation":["x.report.jsonl","y.report.jsonl"]}""",
            """{"entry_type":"init","garak_version":"0.14.1","start_time":"2026-05-06T09:00:00","run":"merged","orig_uuid":"first","orig_start_time":"2026-05-04T17:02:11"}""",
            Attempt("u1", 2, "0"),
            Eval(1, 1))).Runs[0];

        Assert.Equal((RunState.Aggregated, "merged"), (run.Summary.State, run.Summary.RunId));
        Assert.Equal(At(2026, 5, 4, 17, 2, 11), run.Summary.Started);
        Assert.Contains("2 logs", Note(run, "aggregated_run").Message, StringComparison.Ordinal);
        HasNoNote(run, "incomplete_run");
    }

    [Fact]
    public async Task Runs_one_after_the_other_in_a_file_are_counted_by_themselves()
    {
        var second = new[] { Setup.Replace("r1", "r2", StringComparison.Ordinal).Replace("shop", "bank", StringComparison.Ordinal), Init.Replace("r1", "r2", StringComparison.Ordinal) };
        var log = await ReadAsync([.. Run(Attempt("u1", 2, "1")), .. second, Attempt("u1", 2, "0")]);

        Assert.Equal(["r1", "r2"], log.Runs.Select(run => run.Summary.RunId));
        Assert.Equal(["shop", "bank"], log.Runs.Select(run => run.Summary.Model));
        Assert.Equal([RunState.Complete, RunState.Incomplete], log.Runs.Select(run => run.Summary.State));
        Assert.Equal([1, 0], log.Runs.Select(run => run.Results[0].Hits));
        Assert.Equal("several_runs", Assert.Single(log.Notes).Code);
    }

    [Fact]
    public async Task A_digest_gives_texts_tags_and_grades_and_is_only_compared()
    {
        var run = (await ReadAsync(
            Setup,
            Init,
            Attempt("u1", 2, "1.0,0.0,0.0,0.0"),
            Eval(3, 4),
            """{"entry_type":"digest","meta":{"run_uuid":"r1","group_aggregation_function":"median"},"eval":{"demo":{"_summary":{"group":"demo","score":0.75,"group_defcon":3,"doc":"<p>Probes that <em>echo</em> &amp; repeat</p>","group_link":"https://example.org/demo"},"demo.Echo":{"_summary":{"probe_name":"demo.Echo","probe_score":0.75,"probe_severity":3,"probe_descr":"It&#x27;s an &lt;echo&gt;","probe_tier":1,"probe_tags":["owasp:llm01"]},"demo.EchoHit":{"detector_name":"demo.EchoHit","detector_descr":"finds it","absolute_score":0.8,"absolute_defcon":3,"relative_score":-1.5,"relative_defcon":1,"detector_defcon":1}}}}}""")).Runs[0];

        var result = Assert.Single(run.Results);
        Assert.Equal(RunState.Complete, run.Summary.State);
        Assert.Equal(("It's an <echo>", "finds it", 1), (result.ProbeDescription, result.DetectorDescription, result.Tier));
        Assert.Equal((3, 1, 1, -1.5), (result.AbsoluteGrade, result.RelativeGrade, result.Grade, result.RelativeScore));
        Assert.Equal(["owasp:llm01"], result.Tags);
        Assert.Equal("Probes that echo & repeat", Assert.Single(run.Groups).Description);
        Assert.Equal("median", run.GroupAggregation);
        Assert.Equal(1, Note(run, "digest_mismatch").Count);
        Assert.Equal(25m, result.AttackSuccessRate);
    }

    [Fact]
    public async Task An_unknown_way_to_aggregate_is_said()
    {
        var run = (await ReadAsync("""{"entry_type":"start_run setup","reporting.group_aggregation_function":"best_of"}""", Init, Completion)).Runs[0];

        Assert.Contains("best_of", Note(run, "aggregation_unknown").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entry_types_are_counted_and_unknown_ones_are_no_reason_to_stop()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"payload_init","payload_name":"x"}""",
            """{"entry_type":"tree_data","x":1}""",
            """{"entry_type":"probe_summary","probe":"demo.Echo"}""",
            """{"entry_type":"from_the_future"}""",
            """{"something":"else"}""",
            "",
            "  \t",
            Attempt("u1", 2, "1")));

        Assert.Equal(1, log.Entries["from_the_future"]);
        Assert.Equal(1, log.Entries["(none)"]);
        Assert.Equal(1, log.Entries["payload_init"]);
        Assert.Equal(2, Assert.Single(log.Notes, note => note.Code == "unknown_entry_type").Count);
        Assert.Equal(1, log.Runs[0].Summary.FinishedAttempts);
    }

    [Fact]
    public async Task A_hitlog_gives_hits_and_no_rate()
    {
        var hit = """{"goal":"repeat","prompt":"Repeat: tulip","output":"tulip","trigger":null,"score":1.0,"run_id":"r9","attempt_id":"b1","attempt_seq":0,"attempt_idx":0,"generator":"rest None","probe":"demo.Echo","detector":"demo.EchoHit","generations_per_prompt":2}""";
        var logs = await ReadSetAsync(File("a.hitlog.jsonl", hit, hit.Replace("rest None", "rest my shop", StringComparison.Ordinal)));

        var run = Assert.Single(logs.Runs);
        Assert.True(run.IsHitlog);
        Assert.Equal(("r9", "rest", null, RunState.Unknown), (run.Summary.RunId, run.Summary.GeneratorType, run.Summary.Model, run.Summary.State));
        Assert.Equal((2, 0, null), (run.Results[0].Hits, run.Results[0].Evaluated, run.Results[0].AttackSuccessRate));
        Note(run, "hits_only");
        var findings = await FindingsAsync(logs);
        Assert.Equal(2, findings.Count);
        Assert.All(findings, finding => Assert.Equal((true, false, "Repeat: tulip", "tulip"), (finding.Violation, finding.HasDenominator, finding.Prompt, finding.Response)));
    }
}
