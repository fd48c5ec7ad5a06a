using Daybook.RedTeam;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>The table of what happens when garak's own evaluation and the attempts do or do not agree.</summary>
public sealed class EvaluationTests
{
    [Theory]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"detector.demo.EchoHit","passed":3,"total":4}""")]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"demo.EchoHit","passed":3,"nones":0,"total":4}""")]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"demo.EchoHit","passed":3,"fails":1,"nones":0,"total_evaluated":4,"total_processed":4}""")]
    [InlineData("""{"passed":3,"fails":1,"detector":"demo.EchoHit","probe":"probes.demo.Echo","entry_type":"eval"}""")]
    public async Task An_evaluation_of_every_version_agrees_with_the_attempts_it_counts(string eval)
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0,0.0,0.0,0.0"), eval));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Equal(ClaimCheck.Agrees, result.Check);
        Assert.Equal((ResultBasis.Attempts, 25m), (result.Basis, result.AttackSuccessRate));
        HasNoNote(log.Runs[0], "eval_mismatch");
    }

    [Fact]
    public async Task Where_the_evaluation_differs_the_count_is_used_and_both_are_said()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0,0.0"), Eval(7, 9)));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Equal((1, 1, ClaimCheck.Mismatch), (result.Hits, result.Passes, result.Check));
        Assert.Equal(
            "'a.report.jsonl' gives 1 hits of 2 for demo.Echo with demo.EchoHit, but garak's evaluation says 2 of 9; the count was used.",
            Note(log.Runs[0], "eval_mismatch").Message);
    }

    [Fact]
    public async Task Where_no_attempt_is_scored_by_the_detector_the_evaluation_is_used_and_flagged()
    {
        var log = await ReadAsync(Run(Attempt("u1", 1), Eval(7, 9)));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Equal((2, 7, ClaimCheck.Mismatch, ResultBasis.EvalLine), (result.Hits, result.Passes, result.Check, result.Basis));
        Note(log.Runs[0], "eval_mismatch");
    }

    [Fact]
    public async Task Attempts_without_an_evaluation_are_counted_and_it_is_said()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0,0.0")));

        Assert.Equal((ClaimCheck.EvalMissing, 50m), (log.Runs[0].Results[0].Check, log.Runs[0].Results[0].AttackSuccessRate));
        Assert.Equal(1, Note(log.Runs[0], "eval_missing").Count);
    }

    [Fact]
    public async Task An_evaluation_without_attempts_has_figures_and_no_evidence()
    {
        var logs = await ReadSetAsync(File("a.report.jsonl", Run(Eval(30, 40))));

        var result = Assert.Single(logs.Logs[0].Runs[0].Results);
        Assert.Equal((ClaimCheck.NoEvidence, ResultBasis.EvalLine, 25m), (result.Check, result.Basis, result.AttackSuccessRate));
        Assert.Equal(new SeverityCounts(0, 0, 0, 0, 30, 10), result.Severities);
        Assert.Equal(1, Note(logs.Logs[0].Runs[0], "no_evidence").Count);
        Assert.Empty(await FindingsAsync(logs));
    }

    [Fact]
    public async Task Nothing_evaluated_gives_no_rate()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "null"), Eval(0, 0)));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Null(result.AttackSuccessRate);
        Assert.Null(result.OwnInterval);
        Assert.Null(result.Grade);
        Assert.Equal(1, result.Nones);
    }

    [Theory]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"d.D","passed":5,"total":4}""")]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"d.D","passed":-1,"total":4}""")]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"d.D","passed":1,"fails":1,"total_evaluated":4}""")]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"d.D","total":4}""")]
    [InlineData("""{"entry_type":"eval","probe":"demo.Echo","detector":"d.D","passed":1.5,"total":4}""")]
    public async Task An_evaluation_that_contradicts_itself_is_not_used(string eval)
    {
        var log = await ReadAsync(Run(eval));

        Assert.Empty(log.Runs[0].Results);
        Assert.True(Note(log.Runs[0], "eval_unusable").IsBlocking);
    }

    [Fact]
    public async Task Evaluations_of_a_probe_that_ran_twice_add_up()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0"), Eval(0, 1), Attempt("u2", 2, "0.0"), Eval(1, 1)));

        Assert.Equal((ClaimCheck.Agrees, 2), (log.Runs[0].Results[0].Check, log.Runs[0].Results[0].Claim!.Lines));
    }

    [Theory]
    [InlineData("\"0.95\"")]
    [InlineData("0.95")]
    public async Task The_interval_is_given_as_garak_gives_it(string level)
    {
        var log = await ReadAsync(Run(
            $$"""{"entry_type":"eval","probe":"demo.Echo","detector":"demo.EchoHit","passed":30,"fails":10,"nones":2,"total_evaluated":40,"total_processed":42,"confidence_method":"bootstrap","confidence":{{level}},"confidence_lower":0.3,"confidence_upper":0.4}"""));

        var result = Assert.Single(log.Runs[0].Results);
        Assert.Equal(new RateInterval(30m, 40m, "garak bootstrap", 0.95), result.GivenInterval);
        Assert.Equal(25m, result.AttackSuccessRate);
        Assert.Equal(2, result.Nones);
    }

    [Theory]
    [InlineData("0.4", "0.3", true)]
    [InlineData("0.4", "1.5", false)]
    [InlineData("-1e300", "1e300", false)]
    public async Task A_broken_interval_is_flagged(string lower, string upper, bool isShown)
    {
        var log = await ReadAsync(Run(
            $$"""{"entry_type":"eval","probe":"demo.Echo","detector":"demo.EchoHit","passed":3,"total":4,"confidence_lower":{{lower}},"confidence_upper":{{upper}}}"""));

        Assert.Equal(1, Note(log.Runs[0], "interval_broken").Count);
        Assert.Equal(isShown, log.Runs[0].Results[0].GivenInterval is not null);
    }

    [Fact]
    public async Task The_primary_detector_is_the_one_the_plugin_cache_names()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"plugin_cache","run":"r1","plugin_cache":{"version":"0.15.0","probes":{"probes.demo.Echo":{"description":"repeats","tags":["owasp:llm01","cwe:1427"],"tier":1,"primary_detector":"demo.Second"}},"detectors":{"detectors.demo.Second":{"description":"second one"}}}}""",
            """{"entry_type":"attempt","uuid":"u1","status":2,"probe_classname":"demo.Echo","outputs":["a"],"detector_results":{"demo.First":[1.0],"demo.Second":[0.0]}}"""));

        var primary = Assert.Single(log.Runs[0].Results, result => result.IsPrimary);
        Assert.Equal(("demo.Second", 0m, 1, "repeats", "second one"), (primary.Detector, primary.AttackSuccessRate, primary.Tier, primary.ProbeDescription, primary.DetectorDescription));
        Assert.Equal(["owasp:llm01", "cwe:1427"], primary.Tags);
    }

    [Fact]
    public async Task Without_a_plugin_cache_the_detector_listed_first_is_primary()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"attempt","uuid":"u1","status":2,"probe_classname":"demo.Echo","outputs":["a"],"detector_results":{"z.Zeta":[1.0],"a.Alpha":[0.0]}}"""));

        Assert.Equal(["z.Zeta", "a.Alpha"], log.Runs[0].Results.Select(result => result.Detector));
        Assert.Equal([true, false], log.Runs[0].Results.Select(result => result.IsPrimary));
    }
}
