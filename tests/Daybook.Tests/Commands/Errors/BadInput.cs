using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Daybook.Tests.Commands;

/// <summary>A template and files with something wrong in them, and what <c>daybook render</c> says about it.</summary>
internal sealed class BadInput
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly Dictionary<string, long> _lengths = [];
    private readonly List<string> _arguments = [];
    private TimeProvider _clock = TimeProvider.System;
    private string[] _output = ["--format", "markdown", "--out", "-"];

    private BadInput(string template) => _files["t.yaml"] = Encoding.UTF8.GetBytes(template);

    /// <param name="dataset">The dataset <c>runs</c>, in YAML flow style.</param>
    public static BadInput Dataset(string dataset) => new($$$"""
        metadata: {id: t, name: T, version: "1"}
        datasets:
          runs: {{{dataset}}}
        blocks:
          - {id: a, type: data_block, order: 1, title: A, template: "{{ runs }}"}
        """);

    /// <summary>A file that is read as the dataset <c>runs</c>.</summary>
    public static BadInput File(string name, string content, string settings = "") => Dataset($"{{source: file, path: {name}{settings}}}").With(name, content);

    /// <summary>A garak log that is read as the dataset <c>runs</c>.</summary>
    public static BadInput Log(string content) => Log(Encoding.UTF8.GetBytes(content));

    public static BadInput Log(byte[] content) => Dataset("{source: garak, view: runs, path: a.report.jsonl}").With("a.report.jsonl", content);

    /// <param name="block">The keys of the only block but its id, order and title, each on a line of its own.</param>
    public static BadInput Block(string block, string rows = "[{day: Monday, open: 3}, {day: Tuesday, open: 1}]") => new($$$"""
        metadata: {id: t, name: T, version: "1"}
        datasets:
          runs: {source: inline, value: {{{rows}}}}
          notes: {source: inline, value: {open: 2}}
        blocks:
          - id: a
            order: 1
            title: A
            {{{block.ReplaceLineEndings("\n    ")}}}
        """);

    public static BadInput Text(string template) => Block($"type: data_block\ntemplate: |\n  {template.ReplaceLineEndings("\n  ")}");

    public static BadInput Chart(string config, string rows = "[{day: Monday, open: 3}, {day: Tuesday, open: 1}]") =>
        Block($"type: visualization_block\ndata_sources: [runs]\nconfig: {{{config}}}", rows);

    public static BadInput Script(string script) =>
        Block($"type: custom_block\nconfig:\n  script: |\n    {script.ReplaceLineEndings("\n    ")}").Under("--allow-scripts");

    public static BadInput Template(string template) => new(template);

    public BadInput With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public BadInput With(string name, byte[] content)
    {
        _files[name] = content;
        return this;
    }

    /// <summary>Lengthens a file without taking room for it.</summary>
    public BadInput WithLength(string name, long length)
    {
        _lengths[name] = length;
        return this;
    }

    /// <summary>Leaves the choice of formats to the template.</summary>
    public BadInput WithoutFormat()
    {
        _output = ["--out", "made"];
        return this;
    }

    /// <summary>Lets no time pass, so that on a slow machine, too, another limit than that of time is met.</summary>
    public BadInput WhileTimeStands()
    {
        _clock = new FakeTimeProvider();
        return this;
    }

    public BadInput Under(params string[] arguments)
    {
        _arguments.AddRange(arguments);
        return this;
    }

    /// <returns>What the command said on standard error and wrote as Markdown.</returns>
    public async Task<(string Talk, string Report)> RenderAsync()
    {
        using var run = new CommandRun { Clock = _clock };
        foreach (var (name, content) in _files)
        {
            var path = Path.Combine(run.Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await System.IO.File.WriteAllBytesAsync(path, content);
            if (!_lengths.TryGetValue(name, out var length))
                continue;
            await using var file = System.IO.File.OpenWrite(path);
            file.SetLength(length);
        }

        await run.RunAsync(["render", "t.yaml", "--date", "2026-05-04", "--now", "2026-05-04T22:00:00Z", .. _output, .. _arguments]);
        return (run.Talk, run.Out);
    }
}
