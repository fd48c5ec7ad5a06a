using Daybook.RedTeam;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class ScoreTests
{
    [Theory]
    [InlineData("[1.0,0.0]", 1, 1, 0)]
    [InlineData("[1,0]", 1, 1, 0)]
    [InlineData("[true,false]", 1, 1, 0)]
    [InlineData("[[1.0],[null]]", 1, 0, 1)]
    [InlineData("[[1.0,0.0]]", 1, 1, 0)]
    [InlineData("[0.5,0.49999]", 1, 1, 0)]
    [InlineData("[null,null]", 0, 0, 2)]
    [InlineData("[NaN,1.0]", 1, 0, 1)]
    [InlineData("[Infinity,-Infinity]", 1, 1, 0)]
    [InlineData("[1.0]", 1, 0, 1)]
    [InlineData("[]", 0, 0, 2)]
    [InlineData("[1.0,0.0,1.0]", 2, 1, 0)]
    [InlineData("[1.0,{\"score\":1}]", 1, 0, 1)]
    [InlineData("[1.0,\"0.9\"]", 1, 0, 1)]
    [InlineData("[1e400,1.0]", 2, 0, 0)]
    public async Task Scores_are_counted_as_hits_passes_and_nones(string scores, int hits, int passes, int nones)
    {
        var log = await ReadAsync(Run(
            $$$"""{"entry_type":"attempt","uuid":"u1","seq":0,"status":2,"probe_classname":"demo.Echo","prompt":"p","outputs":["a","b"],"detector_results":{"demo.D":{{{scores}}}}}"""));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Equal((hits, passes, nones), (result.Hits, result.Passes, result.Nones));
        Assert.Equal(hits + passes == 0 ? null : 100m * hits / (hits + passes), result.AttackSuccessRate);
    }

    [Fact]
    public async Task Numbers_that_are_not_finite_are_accepted_and_counted()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"attempt","uuid":"u1","status":2,"probe_classname":"demo.Echo","prompt":"NaN -Infinity \" NaN","outputs":["NaN"],"detector_results":{"demo.D":[NaN]},"notes":{"x":-Infinity}}"""));

        Assert.Equal(2, Note(log.Runs[0], "non_finite").Count);
        Assert.Equal(1, log.Runs[0].Results[0].Nones);
    }

    [Theory]
    [InlineData("""{"entry_type":"start_run setup","transient.run_id":"r1","run.eval_threshold":0.7}""")]
    [InlineData("""{"entry_type":"config","eval_threshold":0.7}""")]
    [InlineData("""{"entry_type":"start_run args config","eval_threshold":"0.7"}""")]
    public async Task The_threshold_of_the_log_decides(string head)
    {
        var log = await ReadAsync(head, Init, Attempt("u1", 2, "0.6,0.7"), Completion);

        Assert.Equal((1, 1), (log.Runs[0].Results[0].Hits, log.Runs[0].Results[0].Passes));
        Assert.False(log.Runs[0].Summary.ThresholdAssumed);
        HasNoNote(log.Runs[0], "threshold_assumed");
    }

    [Fact]
    public async Task Without_a_threshold_the_default_is_taken_and_said()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "0.6,0.4")));

        Assert.Equal(0.5, log.Runs[0].Summary.Threshold);
        Assert.Contains("0.5", Note(log.Runs[0], "threshold_assumed").Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configured_threshold_is_no_assumption()
    {
        var log = await ReadTextAsync(string.Join('\n', Run(Attempt("u1", 2, "0.6,0.4"))), new GarakOptions { Threshold = 0.3 });

        Assert.Equal(2, log.Runs[0].Results[0].Hits);
        HasNoNote(log.Runs[0], "threshold_assumed");
    }

    [Theory]
    [InlineData("garak.detectors.demo.D", "probes.demo.Echo")]
    [InlineData("detectors.demo.D", "garak.probes.demo.Echo")]
    [InlineData("detector.demo.D", "demo.Echo")]
    public async Task Prefixes_do_not_split_a_pair(string detector, string probe)
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0", probe, detector), Attempt("u2", 2, "0.0", "demo.Echo", "demo.D"), Eval(1, 2, detector: "detector.demo.D")));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Equal(("demo.Echo", "demo.D", detector), (result.Probe, result.Detector, result.DetectorRaw));
        Assert.Equal(ClaimCheck.Agrees, result.Check);
    }

    [Fact]
    public async Task A_detector_of_zeros_and_ones_gives_high_hits_a_graded_one_gives_its_scale()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"attempt","uuid":"u1","status":2,"probe_classname":"p.P","outputs":["a","b","c","d"],"detector_results":{"b.Binary":[1.0,0.0,1,0],"g.Graded":[0.95,0.65,0.5,0.1]}}"""));

        var binary = Assert.Single(log.Runs[0].Results, result => result.Detector == "b.Binary");
        var graded = Assert.Single(log.Runs[0].Results, result => result.Detector == "g.Graded");
        Assert.Equal(new SeverityCounts(0, 2, 0, 0, 2, 0), binary.Severities);
        Assert.Equal(new SeverityCounts(1, 1, 1, 0, 1, 0), graded.Severities);
    }

    [Fact]
    public async Task A_score_outside_the_scale_is_a_hit_without_a_severity()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "7,0.9")));

        Assert.Equal(new SeverityCounts(1, 0, 0, 0, 0, 1), log.Runs[0].Results[0].Severities);
    }

    [Fact]
    public async Task Unanswered_outputs_that_a_detector_left_out_are_not_mixed_up_with_answers()
    {
        var logs = await ReadSetAsync(File(
            "a.report.jsonl",
            Run("""{"entry_type":"attempt","uuid":"u1","status":2,"probe_classname":"p.P","prompt":"q","outputs":[null,"first",{"text":null},{"text":"second"}],"detector_results":{"d.D":[0.0,1.0]}}""")));

        var findings = await FindingsAsync(logs);
        Assert.Equal((1, 1, 2), (logs.Logs[0].Runs[0].Results[0].Hits, logs.Logs[0].Runs[0].Results[0].Passes, logs.Logs[0].Runs[0].Results[0].Nones));
        Assert.Equal("second", Assert.Single(findings, finding => finding.Violation == true).Response);
        Assert.Equal(2, findings.Count(finding => !finding.Assessed));
    }
}
