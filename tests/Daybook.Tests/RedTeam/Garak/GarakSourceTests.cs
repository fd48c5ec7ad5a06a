using System.Text.Json;
using Daybook.Composition;
using Daybook.RedTeam;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class GarakSourceTests : IDisposable
{
    private readonly GarakFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_view_gives_values_of_the_types_its_columns_name()
    {
        _folder.WriteRun("today", 4, "1.0,0.3,null");
        _folder.WriteRun("copy", 4, "0.0");
        foreach (var view in GarakView.All)
        {
            var (rows, _) = await _folder.ReadAsync($$"""{"view":"{{view.Name}}","period":"all"}""");
            foreach (var row in rows)
            {
                foreach (var column in view.Columns.Where(column => row[column.Name] is not null))
                    Assert.IsType(TypeOf(column.Type), row[column.Name]);
            }

            Assert.True(rows.Count > 0 || view == ByTagView.View);
        }
    }

    [Fact]
    public async Task Counts_are_pooled_before_a_rate_is_taken()
    {
        _folder.WriteRun("a", 4, "1.0");
        _folder.WriteRun("b", 4, "0.0,0.0,0.0", target: "bank");

        var probe = Assert.Single((await _folder.ReadAsync("""{"view":"by_probe"}""")).Rows);
        var targets = (await _folder.ReadAsync("""{"view":"by_target"}""")).Rows;

        Assert.Equal((4L, 1L, 25m, 2L, 2L), (probe["evaluated"], probe["hits"], probe["attack_success_rate"], probe["runs"], probe["targets"]));
        Assert.Equal(["bank", "shop"], targets.Select(row => row["target"]));
        Assert.Equal([0m, 100m], targets.Select(row => row["attack_success_rate"]));
    }

    [Fact]
    public async Task Detectors_of_one_probe_are_never_added_together()
    {
        _folder.Write("a.report.jsonl", Run(
            """{"entry_type":"attempt","uuid":"u1","status":2,"probe_classname":"demo.Echo","outputs":["a","b"],"detector_results":{"demo.Main":[1.0,0.0],"demo.Further":[1.0,1.0]}}"""));

        var probe = Assert.Single((await _folder.ReadAsync("""{"view":"by_probe"}""")).Rows);
        var family = Assert.Single((await _folder.ReadAsync("""{"view":"by_family"}""")).Rows);
        var run = Assert.Single((await _folder.ReadAsync("""{"view":"runs"}""")).Rows);
        var detectors = (await _folder.ReadAsync("""{"view":"by_detector"}""")).Rows;

        Assert.All([probe, family, run], row => Assert.Equal((2L, 50m), (row["evaluated"], row["attack_success_rate"])));
        Assert.Equal(("demo.Main", "demo"), (probe["detector"], family["family"]));
        Assert.Equal([("demo.Further", 100m, 0L), ("demo.Main", 50m, 1L)], detectors.Select(row => (row["detector"], row["attack_success_rate"], row["primary_for"])));
        Assert.Equal(2, (await _folder.ReadAsync("""{"view":"evaluations"}""")).Rows.Count);
    }

    [Fact]
    public async Task Nothing_evaluated_is_not_assessed_and_has_no_rate()
    {
        _folder.WriteRun("a", 4, "null");

        var (rows, notes) = await _folder.ReadAsync("""{"view":"by_probe"}""");

        var row = Assert.Single(rows);
        Assert.Equal(("not assessed", 0L, 1L), (row["assessment"], row["evaluated"], row["nones"]));
        Assert.All(["attack_success_rate", "interval_low", "interval_high", "grade"], column => Assert.Null(row[column]));
        Assert.True(Assert.Single(notes, note => note.Code == "nothing_evaluated").IsBlocking);
    }

    [Theory]
    [InlineData("by_probe")]
    [InlineData("runs")]
    [InlineData("hits")]
    [InlineData("by_target")]
    public async Task No_run_in_the_period_gives_no_rows_and_a_note(string view)
    {
        _folder.WriteRun("old", 1, "1.0");

        var (rows, notes) = await _folder.ReadAsync($$"""{"view":"{{view}}"}""");

        Assert.Empty(rows);
        Assert.True(Assert.Single(notes, note => note.Code == "no_data").IsBlocking);
        Assert.Equal(1, Assert.Single(notes, note => note.Code == "outside_period").Count);
    }

    [Theory]
    [InlineData("by_probe")]
    [InlineData("attempts")]
    public async Task A_pattern_that_finds_no_log_is_a_day_without_data(string view)
    {
        var (rows, notes) = await _folder.ReadAsync($$"""{"view":"{{view}}"}""");

        Assert.Empty(rows);
        Assert.True(Assert.Single(notes, note => note.Code == "no_logs").IsBlocking);
        Assert.Contains(notes, note => note.Code == "no_data");
    }

    [Fact]
    public async Task Every_day_has_a_row_and_a_day_without_runs_says_so()
    {
        _folder.WriteRun("old", 1, "1.0,0.0");
        _folder.WriteRun("today", 4, "0.0");

        var (rows, notes) = await _folder.ReadAsync("""{"view":"by_day"}""");

        Assert.Equal(Enumerable.Range(-3, 8).Select(day => (object)new DateOnly(2026, 5, 1).AddDays(day - 1)), rows.Select(row => row["date"]));
        Assert.Equal([null, null, null, null, 50m, null, null, 0m], rows.Select(row => row["attack_success_rate"]));
        Assert.Equal(6, rows.Count(row => (string?)row["assessment"] == "not assessed"));
        Assert.DoesNotContain(notes, note => note.Code is "outside_period" or "no_data");
    }

    [Fact]
    public async Task A_run_without_a_start_belongs_to_no_period()
    {
        _folder.Write("undated.report.jsonl", Attempt("u1", 2, "1.0"));

        var (rows, notes) = await _folder.ReadAsync("""{"view":"by_probe"}""");
        var whole = await _folder.ReadAsync("""{"view":"by_probe","period":"all"}""");

        Assert.Empty(rows);
        Assert.True(Assert.Single(notes, note => note.Code == "time_missing").IsBlocking);
        Assert.Single(whole.Rows);
        Assert.DoesNotContain(whole.Notes, note => note.Code == "time_missing");
    }

    [Fact]
    public async Task Tags_group_probes_and_do_not_add_up()
    {
        _folder.Write("a.report.jsonl", Run(
            """{"entry_type":"plugin_cache","plugin_cache":{"probes":{"probes.demo.Echo":{"tags":["owasp:llm01","cwe:1427"]},"probes.demo.Two":{"tags":["owasp:llm01"]}}}}""",
            Attempt("u1", 2, "1.0"),
            Attempt("u2", 2, "0.0,0.0,0.0", probe: "demo.Two"),
            Attempt("u3", 2, "0.0", probe: "demo.Three")));

        var (rows, notes) = await _folder.ReadAsync("""{"view":"by_tag"}""");

        Assert.Equal([("cwe:1427", "cwe", 100m), ("owasp:llm01", "owasp", 25m)], rows.Select(row => (row["tag"], row["taxonomy"], row["attack_success_rate"])));
        Assert.Equal(1, Assert.Single(notes, note => note.Code == "tags_overlap").Count);
        Assert.Equal(1, Assert.Single(notes, note => note.Code == "tags_missing").Count);
    }

    [Fact]
    public async Task Hits_come_with_their_evidence_and_without_their_secrets()
    {
        _folder.Write("a.report.jsonl", Run(
            """{"entry_type":"attempt","uuid":"u1","seq":0,"status":2,"probe_classname":"demo.Echo","prompt":{"turns":[{"role":"user","content":"first"},{"role":"assistant","content":{"text":"ok"}},{"role":"user","content":{"text":"mail me at jane@example.org"}}]},"outputs":[{"text":"the key is sk-abcdefghijklmnopqrstuv"},"no"],"detector_results":{"demo.EchoHit":[0.9,0.0]}}"""));

        var (rows, notes) = await _folder.ReadAsync("""{"view":"hits"}""");
        var raw = await _folder.ReadAsync("""{"view":"hits","redact":false}""");

        var hit = Assert.Single(rows);
        Assert.Equal(("mail me at [e-mail address removed]", "the key is [key removed]"), (hit["prompt"], hit["response"]));
        Assert.Equal(("critical", 0.9, 3L, "a.report.jsonl"), (hit["severity"], hit["score"], hit["source_line"], hit["source_file"]));
        Assert.Equal(2, Assert.Single(notes, note => note.Code == "redacted").Count);
        Assert.Equal("the key is sk-abcdefghijklmnopqrstuv", Assert.Single(raw.Rows)["response"]);
    }

    [Fact]
    public async Task Attempts_show_what_became_of_each()
    {
        _folder.Write("a.report.jsonl", Run(
            Attempt("u1", 1), Attempt("u1", 2, "1.0,0.2"), Attempt("u1", 2, "1.0,0.2"), Attempt("u2", 1), Attempt("u3", 0), Attempt("u4", 2, "0.0", probe: "garak.harnesses.x.Stop")));

        var rows = (await _folder.ReadAsync("""{"view":"attempts"}""")).Rows;

        Assert.Equal([("u1", "finished"), ("u2", "unfinished"), ("u3", "never_sent"), ("u4", "finished")], rows.Select(row => (row["attempt_id"], row["state"])));
        Assert.Equal((1L, 1L, 1.0, "Repeat: tulip", "tulip"), (rows[0]["hits"], rows[0]["passes"], rows[0]["max_score"], rows[0]["prompt"], rows[0]["response"]));
        Assert.Equal([false, false, false, true], rows.Select(row => row["is_control"]));
    }

    [Fact]
    public async Task Notes_of_one_kind_are_told_once()
    {
        _folder.WriteRun("a", 4, "1.0");
        _folder.WriteRun("b", 4, "0.0");
        _folder.WriteRun("c", 4, "0.0");

        var (_, notes) = await _folder.ReadAsync("""{"view":"runs"}""");

        var note = Assert.Single(notes, note => note.Code == "threshold_assumed");
        Assert.Equal((3, "'a.report.jsonl' does not name its hit threshold; garak's default 0.5 was taken (2 more notes of this kind)"), (note.Count, note.Message));
    }

    [Fact]
    public async Task The_close_of_business_object_counts_the_same_findings()
    {
        _folder.WriteRun("a", 4, "1.0,0.0,0.0,0.0");
        _folder.WriteRun("before", 3, "1.0,1.0");

        await using var reader = Assert.IsAssignableFrom<ValueReader>(await _folder.Source.OpenAsync(GarakFolder.Query("""{"view":"cob"}"""), CancellationToken.None));
        var executions = (await reader.ReadAsync(CancellationToken.None)).GetProperty("executions");

        Assert.Equal((4, 1, 25m), (executions.GetProperty("scored_tests").GetInt32(), executions.GetProperty("violations").GetInt32(), executions.GetProperty("attack_success_rate").GetDecimal()));
        Assert.Equal(["a.report.jsonl", "before.report.jsonl"], reader.Origins);
        Assert.Equal(1, Assert.Single(reader.Notes, note => note.Code == "eval_missing").Count);
    }

    [Theory]
    [InlineData("""{}""", "missing_setting")]
    [InlineData("""{"view":"probes"}""", "bad_setting")]
    [InlineData("""{"view":"runs","zone":"Mars/Olympus"}""", "bad_setting")]
    [InlineData("""{"view":"runs","threshold":2}""", "bad_setting")]
    [InlineData("""{"view":"runs","threshold":"half"}""", "bad_setting")]
    [InlineData("""{"view":"runs","severities":"ten-point"}""", "bad_setting")]
    [InlineData("""{"view":"runs","period":"week"}""", "bad_setting")]
    [InlineData("""{"view":"runs","redact":"no"}""", "bad_setting")]
    [InlineData("""{"view":"runs","operator":"Kim"}""", "bad_setting")]
    [InlineData("""{"view":"cob","period":"all"}""", "bad_setting")]
    [InlineData("""{"view":"cob","risk_rule":"gut"}""", "bad_setting")]
    [InlineData("""{"view":"runs","vieww":"runs"}""", "unknown_setting")]
    public async Task Settings_that_make_no_sense_are_named_before_any_file_is_read(string settings, string code)
    {
        var query = GarakFolder.Query(settings);

        Assert.Equal(code, Assert.Single(_folder.Source.Check(query)).Code);
        Assert.Equal(code, (await Assert.ThrowsAsync<DataSourceException>(() => _folder.Source.OpenAsync(query, CancellationToken.None))).Code);
    }

    [Fact]
    public void Every_problem_of_the_settings_is_told_at_once()
    {
        var query = new DatasetQuery("logs", GarakFolder.Query("""{"view":"probes","zone":"Mars/Olympus"}""").Settings.Remove("path"), GarakFolder.Period);

        Assert.Equal(3, _folder.Source.Check(query).Count);
    }

    [Fact]
    public async Task A_file_outside_the_folders_is_refused() =>
        Assert.Equal("outside_roots", (await Assert.ThrowsAsync<DataSourceException>(() => _folder.Source.OpenAsync(GarakFolder.Query("""{"view":"runs"}""", "../a.jsonl"), CancellationToken.None))).Code);

    private static Type TypeOf(DataType type) => type switch
    {
        DataType.Text => typeof(string),
        DataType.Integer => typeof(long),
        DataType.Decimal => typeof(decimal),
        DataType.Float => typeof(double),
        DataType.Boolean => typeof(bool),
        DataType.Date => typeof(DateOnly),
        DataType.Instant => typeof(DateTimeOffset),
        DataType.Nested => typeof(JsonElement),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
