using Daybook.Composition;
using Daybook.RedTeam;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>Nothing is counted twice, whatever files are read together.</summary>
public sealed class LogSetTests
{
    [Fact]
    public async Task A_second_copy_of_a_run_is_left_out_and_said()
    {
        var logs = await ReadSetAsync(
            File("early.report.jsonl", Setup, Init, Attempt("u1", 2, "1.0")),
            File("late.report.jsonl", Run(Attempt("u1", 2, "1.0"), Attempt("u2", 2, "0.0"), Eval(1, 2))));

        Assert.Equal([Exclusion.Duplicate, null], logs.Runs.Select(run => run.Summary.Excluded));
        Assert.Equal("'early.report.jsonl' holds the same run as 'late.report.jsonl' and was left out.", Assert.Single(logs.Notes).Message);
    }

    [Fact]
    public async Task A_hitlog_beside_its_report_counts_nothing_again()
    {
        var hit = """{"prompt":"Repeat: tulip","output":"tulip","score":1.0,"run_id":"r1","attempt_id":"u1","generator":"rest shop","probe":"demo.Echo","detector":"demo.EchoHit"}""";
        var report = File("a.report.jsonl", Run(Attempt("u1", 2, "1.0"), Eval(0, 1)));

        var agreeing = await ReadSetAsync(report, File("a.hitlog.jsonl", hit));
        var differing = await ReadSetAsync(report, File("a.hitlog.jsonl", hit, hit));

        Assert.Equal([null, Exclusion.Duplicate], agreeing.Runs.Select(run => run.Summary.Excluded));
        Assert.Empty(agreeing.Notes);
        Assert.Equal("'a.hitlog.jsonl' lists 2 hits, the report of the same run 'a.report.jsonl' 1; the report was used.", Assert.Single(differing.Notes).Message);
    }

    [Fact]
    public async Task A_merged_log_is_left_out_where_all_its_parts_are_read()
    {
        var logs = await ReadSetAsync(Part("a", "r1"), Part("b", "r2"), Merged("a.report.jsonl", "b.report.jsonl"));

        Assert.Equal([null, null, Exclusion.Duplicate], logs.Runs.Select(run => run.Summary.Excluded));
        Assert.Equal("merged_overlap", Assert.Single(logs.Notes).Code);
    }

    [Fact]
    public async Task Parts_are_left_out_where_only_the_merged_log_holds_everything()
    {
        var logs = await ReadSetAsync(Part("a", "r1"), Merged("a.report.jsonl", "b.report.jsonl"));

        Assert.Equal([Exclusion.Duplicate, null], logs.Runs.Select(run => run.Summary.Excluded));
        Assert.Contains("'a.report.jsonl' was left out", Assert.Single(logs.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_only_has_the_name_of_a_part_is_counted()
    {
        var other = File("elsewhere/a.report.jsonl", Run(Attempt("u9", 2, "1.0,1.0,1.0")));

        var logs = await ReadSetAsync(other, Merged("a.report.jsonl", "b.report.jsonl"));

        Assert.All(logs.Runs, run => Assert.Null(run.Summary.Excluded));
    }

    [Fact]
    public async Task A_refused_file_among_others_is_a_blocking_note()
    {
        var logs = await ReadSetAsync(File("empty.report.jsonl"), File("a.report.jsonl", Run()));

        var note = Assert.Single(logs.Notes);
        Assert.Equal(("refused_file", true), (note.Code, note.IsBlocking));
        Assert.Contains("'empty.report.jsonl'", note.Message, StringComparison.Ordinal);
        Assert.Single(logs.Logs);
    }

    [Fact]
    public async Task Pages_and_exports_beside_the_logs_are_left_out_and_said()
    {
        var logs = await ReadSetAsync(File("a.avid.jsonl", "{}"), File("a.report.html", "<html>"), File("a.report.jsonl", Run()));

        Assert.Equal((2, false), (Assert.Single(logs.Notes).Count, logs.Notes[0].IsBlocking));
        Assert.Equal("log_html", (await Assert.ThrowsAsync<DataSourceException>(() => ReadSetAsync(File("a.report.html", "<html>")))).Code);
    }

    [Fact]
    public async Task A_log_that_changes_between_its_two_readings_is_refused()
    {
        var versions = new Queue<string[]>([Run(Attempt("u1", 2, "1.0")), Run(Attempt("u1", 2, "1.0", detector: "demo.Another"))]);
        var logs = await ReadSetAsync(new GarakFile("a.report.jsonl", () => File("a", versions.Dequeue()).Open()));

        Assert.Equal("log_changed", (await Assert.ThrowsAsync<DataSourceException>(() => FindingsAsync(logs))).Code);
    }

    [Fact]
    public async Task When_every_file_is_refused_the_reason_is_given() =>
        Assert.Equal("log_empty", (await Assert.ThrowsAsync<DataSourceException>(() => ReadSetAsync(File("empty.report.jsonl")))).Code);

    [Fact]
    public async Task Results_and_findings_count_the_same()
    {
        var logs = await ReadSetAsync(
            File("a.report.jsonl", Run(
                Attempt("u1", 1), Attempt("u1", 2, "1.0,0.7,0.2,null"), Attempt("u1", 2, "1.0,0.7,0.2,null"), Attempt("u2", 2, "0.5"),
                Attempt("c1", 2, "1.0", probe: "garak.harnesses.staged.EarlyStop"))),
            File("copy.report.jsonl", Run(Attempt("u1", 2, "1.0"))));

        var findings = await FindingsAsync(logs);

        foreach (var result in logs.Reading().Results.Where(result => result.Excluded is null))
        {
            var own = findings.Where(finding => finding.Excluded is null && finding.SourceFile == result.Run.File && finding.Attack == result.Attack && finding.Scorer == result.Scorer).ToList();
            Assert.Equal(result.Hits, own.Count(finding => finding.Violation == true));
            Assert.Equal(result.Passes, own.Count(finding => finding.Violation == false));
            Assert.Equal(result.Nones, own.Count(finding => !finding.Assessed));
            Assert.Equal(
                (result.Severities.Critical, result.Severities.High, result.Severities.Medium, result.Severities.Minimal),
                (Of(own, FindingSeverity.Critical), Of(own, FindingSeverity.High), Of(own, FindingSeverity.Medium), Of(own, FindingSeverity.Minimal)));
        }

        Assert.Equal(4, findings.Count(finding => finding is { Excluded: Exclusion.Duplicate, SourceFile: "a.report.jsonl" }));
        Assert.Equal(1, findings.Count(finding => finding.Excluded == Exclusion.ControlRecord));
        Assert.Equal(1, findings.Count(finding => finding is { Excluded: Exclusion.Duplicate, SourceFile: "copy.report.jsonl" }));
    }

    private static long Of(IEnumerable<Finding> findings, FindingSeverity severity) => findings.Count(finding => finding.Severity == severity);

    private static GarakFile Part(string name, string run) => File(
        $"{name}.report.jsonl",
        [.. Run(Attempt($"u-{name}", 2, "1.0"), Eval(0, 1)).Select(line => line.Replace("\"r1\"", $"\"{run}\"", StringComparison.Ordinal))]);

    private static GarakFile Merged(params string[] files) => File(
        "merged.report.jsonl",
        $$"""{"entry_type":"start_run setup","transient.run_id":"r0","_config.version":"0.14.1","aggregation":["{{string.Join("\",\"", files)}}"]}""",
        """{"entry_type":"init","garak_version":"0.14.1","start_time":"2026-05-06T09:00:00","run":"m1","orig_uuid":"r0"}""",
        Attempt("u-a", 2, "1.0"),
        Attempt("u-b", 2, "1.0"),
        Eval(0, 2));
}
