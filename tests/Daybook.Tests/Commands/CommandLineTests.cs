using System.Text.Json;
using Daybook.Commands;

namespace Daybook.Tests.Commands;

public sealed class CommandLineTests
{
    private const string Hello = """
        metadata: {id: hello, name: Hello, version: "1.0"}
        datasets:
          findings:
            source: inline
            rows:
              - {target: chat, open: 3}
              - {target: rag, open: 1}
        blocks:
          - id: summary
            type: data_block
            order: 1
            title: Summary
            template: "**{{ findings | sum(attribute='open') }}** open on {{ report_date }}"
        """;

    [Fact]
    public async Task Formats_lists_every_exporter()
    {
        using var run = new CommandRun();
        Assert.Equal(ExitCode.Ok, await run.RunAsync("formats"));
        Assert.All(Daybook.Export.Exporters.All, exporter => Assert.Contains(exporter.Format, run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Render_writes_every_format_named_by_the_business_date()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Hello);
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "hello.yaml", "--date", "2026-05-04", "--out", "made", "--shift", "Day"));
        Assert.Equal(
            ["hello_20260504_Day.html", "hello_20260504_Day.json", "hello_20260504_Day.md", "hello_20260504_Day.pdf"],
            Directory.GetFiles(Path.Combine(run.Folder, "made")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("**4** open on 2026-05-04", run.Read("made/hello_20260504_Day.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_names_the_data_it_was_given()
    {
        using var run = new CommandRun();
        run.Write("t.yaml", """
            metadata: {id: t, name: T, version: "1"}
            parameters: {rows: {type: text, default: "rows/*.csv"}}
            datasets: {findings: {source: file, path: "{{ rows }}"}}
            blocks:
              - {id: a, type: data_block, order: 1, title: A, data_sources: [findings], template: "{{ findings | length }} of {{ rows }}"}
            """);
        run.Write("day/a.csv", "open\n3\n");
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "t.yaml", "--data", "day/*.csv", "--format", "json", "--out", "-"));
        Assert.Contains("1 of day/", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"rows\": \"day/*.csv\"", run.Out.Replace("\":\"", "\": \"", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_names_its_files()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Hello + "\nexport_config: {formats: [markdown], file_name: \"{template_name}-{date}-{time}-{shift}\"}\n");
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "hello.yaml", "--date", "2026-05-04", "--now", "2026-05-04T18:00:05Z", "--out", "made", "--shift", "../Night"));
        Assert.Equal("Hello-20260504-180005-Night.md", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.Combine(run.Folder, "made")))));
    }

    [Fact]
    public async Task The_same_command_gives_the_same_bytes()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Hello);
        string[] command = ["render", "hello.yaml", "--date", "2026-05-04", "--now", "2026-05-04T22:00:00Z", "--format", "html", "--out", "-"];
        Assert.Equal(ExitCode.Ok, await run.RunAsync(command));
        var first = run.Out;
        Assert.Equal(ExitCode.Ok, await run.RunAsync(command));
        Assert.Equal(first, run.Out);
        Assert.StartsWith("<!DOCTYPE html>", first, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Data_from_a_file_becomes_datasets_and_their_earlier_twins()
    {
        using var run = new CommandRun();
        run.Write("change.yaml", """
            metadata: {id: change, name: Change, version: "1"}
            blocks:
              - {id: a, type: data_block, order: 1, title: A, template: "{{ executions.total | calculate_change(previous.executions.total) }}"}
            """);
        run.Write("data.json", """{"executions": {"total": 120}, "previous": {"executions": {"total": 100}}}""");
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "change.yaml", "--data", "data.json", "--format", "markdown", "--out", "-"));
        Assert.Contains("+20.0%", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_with_a_failed_block_is_made_and_says_so()
    {
        using var run = new CommandRun();
        run.Write("bad.yaml", Hello.Replace("findings | sum", "findingz | sum", StringComparison.Ordinal));
        Assert.Equal(ExitCode.CompletedWithErrors, await run.RunAsync("render", "bad.yaml", "--format", "markdown", "--out", "made"));
        Assert.Contains("findingz", run.Talk, StringComparison.Ordinal);
        Assert.Contains("Completed with errors", run.Read(Path.Combine("made", Path.GetFileName(Directory.GetFiles(Path.Combine(run.Folder, "made"))[0]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_cannot_be_made_is_said()
    {
        using var run = new CommandRun();
        run.Write("csv.yaml", Hello + "\nexport_config: {formats: [csv, markdown]}\n");
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "csv.yaml", "--out", "made"));
        Assert.Contains("'csv'", run.Talk, StringComparison.Ordinal);
        Assert.Equal(".md", Path.GetExtension(Assert.Single(Directory.GetFiles(Path.Combine(run.Folder, "made")))));
    }

    [Fact]
    public async Task Validate_prints_every_problem_with_its_place()
    {
        using var run = new CommandRun();
        run.Write("bad.yaml", Hello.Replace("data_block", "data_blok", StringComparison.Ordinal).Replace("order: 1", "order: x", StringComparison.Ordinal));
        Assert.Equal(ExitCode.InvalidInput, await run.RunAsync("validate", "bad.yaml"));
        Assert.Contains("data_blok", run.Out, StringComparison.Ordinal);
        Assert.Contains("order", run.Out, StringComparison.Ordinal);
        Assert.Contains("bad.yaml", run.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.InvalidInput, await run.RunAsync("validate", "bad.yaml", "--format", "json"));
        using var json = JsonDocument.Parse(run.Out);
        Assert.True(json.RootElement.GetArrayLength() >= 2);
        Assert.True(json.RootElement[0].GetProperty("line").GetInt32() > 0);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--date", "4.5.2026")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--zone", "New York")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--close", "25:00")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--format", "docy")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--param", "novalue")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--now", "soon")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--out", "-")]
    [InlineData(ExitCode.Usage, "render", "hello.yaml", "--data", "nothing=x.json")]
    [InlineData(ExitCode.Usage, "render")]
    [InlineData(ExitCode.Usage, "rendr", "hello.yaml")]
    [InlineData(ExitCode.Usage, "validate")]
    [InlineData(ExitCode.InvalidInput, "render", "hello.yaml", "--param", "shif=Day")]
    [InlineData(ExitCode.DataError, "render", "absent.yaml")]
    [InlineData(ExitCode.DataError, "render", "hello.yaml", "--data", "absent.json")]
    [InlineData(ExitCode.DataError, "inspect", "absent.jsonl")]
    [InlineData(ExitCode.DataError, "inspect", "empty.jsonl")]
    [InlineData(ExitCode.InvalidInput, "validate", "empty.jsonl")]
    public async Task A_wrong_command_names_the_cause_on_standard_error(int exitCode, params string[] command)
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Hello);
        run.Write("empty.jsonl", "");
        Assert.Equal(exitCode, await run.RunAsync(command));
        Assert.NotEqual("", run.Talk);
        Assert.DoesNotContain("   at ", run.Talk, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(run.Folder, "hello_*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_zone_without_its_continent_is_suggested()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Hello);
        await run.RunAsync("render", "hello.yaml", "--zone", "New York");
        Assert.Contains("America/New_York", run.Talk, StringComparison.Ordinal);
    }
}
