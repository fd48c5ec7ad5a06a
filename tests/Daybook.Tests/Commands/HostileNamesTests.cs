namespace Daybook.Tests.Commands;

/// <summary>Names from data reach the terminal as text, never as orders to it.</summary>
public sealed class HostileNamesTests
{
    private const string Hostile = "\\u001b[2J\\u001b]0;owned\\u0007\\u202eevil\\r\\u009b31m";

    private const string Log = $$$"""
        {"entry_type": "start_run setup", "plugins.target_type": "rest", "plugins.target_name": "{{{Hostile}}}"}
        {"entry_type": "init", "garak_version": "{{{Hostile}}}", "start_time": "2026-05-04T08:00:00", "run": "{{{Hostile}}}"}
        {"entry_type": "attempt", "uuid": "a", "seq": 0, "status": 2, "probe_classname": "p.{{{Hostile}}}", "prompt": "x", "outputs": ["y"], "detector_results": {"d.{{{Hostile}}}": [1.0]}}
        {"entry_type": "{{{Hostile}}}"}
        {"entry_type": "eval", "probe": "p.{{{Hostile}}}", "detector": "d.{{{Hostile}}}", "passed": 0, "total": 1}
        {"entry_type": "completion", "end_time": "2026-05-04T08:10:00", "run": "{{{Hostile}}}"}
        """;

    [Fact]
    public async Task Inspect_spells_out_what_would_steer_a_terminal()
    {
        using var run = new CommandRun();
        run.Write("a.report.jsonl", Log);
        Assert.Equal(0, await run.RunAsync("inspect", "a.report.jsonl"));
        Assert.Contains("\\u001b[2J", run.Out, StringComparison.Ordinal);
        AssertHarmless(run);
        Assert.Equal(0, await run.RunAsync("inspect", "a.report.jsonl", "--format", "json"));
        AssertHarmless(run);
    }

    [Fact]
    public async Task So_do_messages_about_templates_and_data()
    {
        using var run = new CommandRun();
        run.Write("a.report.jsonl", Log);
        run.Write("t.yaml", $$$"""
            metadata: {id: t, name: T, version: "1"}
            parameters: {shift: {type: select, options: [Day], default: Day}}
            datasets: {rows: {source: inline, rows: [{a: "{{{Hostile}}}"}]}}
            blocks:
              - {id: a, type: data_block, order: 1, title: A, template: "{{ rows[0].a | int(base=[]) }} {{ rows[0].a / 2 }}"}
              - {id: b, type: custom_block, order: 2, title: B, data_sources: [rows], config: {script: "function calculate(data) { console.log(data.rows[0].a); throw data.rows[0].a; }"}}
            """);
        await run.RunAsync("render", "t.yaml", "--allow-scripts", "--format", "markdown", "--out", "made");
        Assert.Contains("\\u001b[2J", run.Talk, StringComparison.Ordinal);
        AssertHarmless(run);
        await run.RunAsync("render", "t.yaml", "--param", "shift=\u001b[2J");
        AssertHarmless(run);
        await run.RunAsync("render", "\u001b[2J.yaml");
        AssertHarmless(run);
        await run.RunAsync("inspect", "\u001b[2J.jsonl");
        AssertHarmless(run);
        await run.RunAsync("\u001b[2J");
        AssertHarmless(run);
    }

    [Fact]
    public async Task A_report_on_standard_output_is_written_as_it_is()
    {
        using var run = new CommandRun();
        run.Write("t.yaml", "metadata: {id: t, name: T, version: \"1\"}\nblocks:\n  - {id: a, type: data_block, order: 1, title: A, template: \"emoji \U0001F469‍\U0001F4BB\"}\n");
        Assert.Equal(0, await run.RunAsync("render", "t.yaml", "--format", "markdown", "--out", "-"));
        Assert.Contains("\U0001F469‍\U0001F4BB", run.Out, StringComparison.Ordinal);
    }

    private static void AssertHarmless(CommandRun run) =>
        Assert.DoesNotContain((run.Out + run.Talk).ReplaceLineEndings(" "), c => char.IsControl(c) || c is '\u202e');
}
