using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class AttemptPairingTests
{
    [Fact]
    public async Task A_scored_record_replaces_the_answered_one_of_the_same_attempt()
    {
        var log = await ReadAsync(Run(Attempt("u1", 1), Attempt("u1", 2, "1.0,0.0"), Eval(1, 2)));

        var run = Assert.Single(log.Runs);
        Assert.Equal((1, 0), (run.Summary.FinishedAttempts, run.Summary.UnfinishedAttempts));
        var result = Assert.Single(run.Results);
        Assert.Equal((1, 1, 0), (result.Hits, result.Passes, result.Nones));
    }

    [Fact]
    public async Task The_order_of_the_two_records_does_not_matter()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0"), Attempt("u1", 1), Eval(0, 1)));

        Assert.Equal((1, 0), (log.Runs[0].Summary.FinishedAttempts, log.Runs[0].Summary.UnfinishedAttempts));
    }

    [Fact]
    public async Task An_attempt_that_was_only_answered_is_unfinished()
    {
        var log = await ReadAsync(Run(Attempt("u1", 1), Attempt("u2", 1), Attempt("u2", 2, "0.0"), Eval(1, 1)));

        Assert.Equal((1, 1), (log.Runs[0].Summary.FinishedAttempts, log.Runs[0].Summary.UnfinishedAttempts));
        Assert.True(Note(log.Runs[0], "unfinished_attempts").IsBlocking);
    }

    [Fact]
    public async Task An_attempt_of_status_0_was_never_sent()
    {
        var log = await ReadAsync(Run(Attempt("u1", 0), Attempt("u2", 0), Attempt("u2", 1), Attempt("u2", 2, "0"), Eval(1, 1)));

        Assert.Equal((1, 0, 1), (log.Runs[0].Summary.FinishedAttempts, log.Runs[0].Summary.UnfinishedAttempts, log.Runs[0].Summary.NeverSentAttempts));
        Assert.Equal(1, Note(log.Runs[0], "never_sent").Count);
    }

    [Fact]
    public async Task Records_of_a_merged_log_share_a_uuid_and_stay_apart()
    {
        var log = await ReadAsync(Run(
            Attempt("same", 2, "1.0", seq: 0),
            Attempt("same", 2, "0.0", seq: 1),
            Attempt("same", 2, "0.0", probe: "demo.Other", seq: 0)));

        Assert.Equal(3, log.Runs[0].Summary.FinishedAttempts);
    }

    [Fact]
    public async Task Scored_records_of_one_key_that_differ_are_both_kept()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0"), Attempt("u1", 2, "0.0"), Eval(1, 2)));

        Assert.Equal(2, log.Runs[0].Summary.FinishedAttempts);
        Assert.Equal((1, 1), (log.Runs[0].Results[0].Hits, log.Runs[0].Results[0].Passes));
        HasNoNote(log.Runs[0], "duplicate_attempt");
    }

    [Fact]
    public async Task The_same_scored_record_counts_once_however_often_it_is_written()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "1.0"), Attempt("u1", 2, "0.0"), Attempt("u1", 2, "1.0"), Attempt("u1", 2, "0.0"), Eval(1, 2)));

        Assert.Equal((1, 1), (log.Runs[0].Results[0].Hits, log.Runs[0].Results[0].Passes));
        Assert.Equal(2, Note(log.Runs[0], "duplicate_attempt").Count);
    }

    [Fact]
    public async Task Without_a_uuid_a_scored_record_closes_an_open_one_with_an_equal_prompt()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"attempt","status":1,"probe_classname":"demo.Echo","prompt":"\u0041","outputs":["x"]}""",
            """{"entry_type":"attempt","status":1,"probe_classname":"demo.Echo","prompt":"B","outputs":["x"]}""",
            """{"entry_type":"attempt","status":1,"probe_classname":"demo.Other","prompt":"A","outputs":["x"]}""",
            """{"entry_type":"attempt","status":2,"probe_classname":"demo.Echo","prompt":{"turns":[{"role":null,"content":{"text":"A"}}]},"outputs":["x"],"detector_results":{"d.D":[1]}}"""));

        Assert.Equal((1, 2), (log.Runs[0].Summary.FinishedAttempts, log.Runs[0].Summary.UnfinishedAttempts));
    }

    [Fact]
    public async Task Without_a_status_an_attempt_with_results_is_finished()
    {
        var log = await ReadAsync(Run(
            """{"entry_type":"attempt","uuid":"u1","probe_classname":"demo.Echo","outputs":["x"],"detector_results":{"d.D":[1]}}""",
            """{"entry_type":"attempt","uuid":"u2","probe_classname":"demo.Echo","outputs":["x"],"detector_results":{}}""",
            """{"entry_type":"attempt","uuid":"u3","probe_classname":"demo.Echo","outputs":["x"],"passed":true}"""));

        Assert.Equal((2, 1), (log.Runs[0].Summary.FinishedAttempts, log.Runs[0].Summary.UnfinishedAttempts));
        Assert.Equal(3, Note(log.Runs[0], "nonstandard_attempt").Count);
        Assert.Equal(1, Note(log.Runs[0], "unscored_attempt").Count);
        Assert.Equal(1, Assert.Single(log.Runs[0].Results).Evaluated);
    }

    [Fact]
    public async Task Control_records_are_finished_attempts_in_no_rate()
    {
        var log = await ReadAsync(Run(Attempt("u1", 2, "0.0"), Eval(1, 1), Attempt("u2", 2, "1.0", probe: "garak.harnesses.staged.EarlyStop")));

        var run = log.Runs[0];
        Assert.Equal((2, 1), (run.Summary.FinishedAttempts, run.ControlAttempts));
        Assert.True(Assert.Single(run.Results, result => result.Probe == "garak.harnesses.staged.EarlyStop").IsControl);
        HasNoNote(run, "eval_missing");
        Assert.Equal(1, Note(run, "control_record").Count);
    }
}
