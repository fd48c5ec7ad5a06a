using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Daybook.SystemTests.RedTeam;

/// <summary>Every figure of the standard report, as <c>daybook render</c> prints it, against a count that Python makes from the raw lines of the logs.</summary>
public sealed class RenderedFiguresTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("daybook-figures-").FullName;

    public static TheoryData<string, string> RealLogs => new()
    {
        { "quack.report.jsonl", "2025-08-28" }, { "report_test.report.jsonl", "2025-11-21" }, { "test.report.jsonl", "2025-08-28" },
    };

    [Theory]
    [MemberData(nameof(RealLogs))]
    public async Task The_report_of_a_real_log_shows_the_figures_of_its_raw_lines_and_no_others(string name, string date)
    {
        var log = Path.GetFullPath(Path.Combine(Folder(), "..", "..", "..", "..", "shared", "data", "garak", name));
        Assert.SkipUnless(File.Exists(log), $"{name} is missing; put garak's own test logs into ../shared/data/garak beside the repository.");
        await DaybookAsync("render", "standard_security_cob", "--data", log, "--date", date, "--out", _folder);

        var comparison = await CompareAsync(date, "UTC", "-", [log]);
        Assert.Empty(comparison.Differences);
        Assert.Empty(comparison.Unexplained);
        Assert.InRange(comparison.Compared, 300, int.MaxValue);
    }

    [Fact]
    public async Task The_report_of_the_sample_logs_shows_the_figures_of_their_raw_lines()
    {
        await DaybookAsync("demo", "--out", _folder);
        var comparison = await CompareSampleAsync();
        Assert.Empty(comparison.Differences);
        Assert.InRange(comparison.Compared, 800, int.MaxValue);
    }

    [Fact]
    public async Task A_single_wrong_figure_is_found_out()
    {
        await DaybookAsync("demo", "--out", _folder);
        foreach (var (extension, figure, wrong) in new[] { (".json", "\"violations\":111", "\"violations\":112"), (".md", "| 9.2% |", "| 9.3% |"), (".html", ">23.5%<", ">23.4%<") })
        {
            var path = Report() + extension;
            var text = await File.ReadAllTextAsync(path);
            Assert.Contains(figure, text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(path, text.Replace(figure, wrong, StringComparison.Ordinal));
            Assert.NotEmpty((await CompareSampleAsync()).Differences);
            await File.WriteAllTextAsync(path, text);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Comparison> CompareSampleAsync() =>
        CompareAsync("2026-05-14", "America/New_York", "18:00", Directory.GetFiles(Path.Combine(_folder, "logs"), "*.report.jsonl"));

    private async Task<Comparison> CompareAsync(string date, string zone, string close, string[] logs)
    {
        var found = await ExternalProgram.RunAsync("/usr/bin/python3", "python3", [Path.Combine(Folder(), "compare_report.py"), Report(), date, zone, close, .. logs]);
        return JsonSerializer.Deserialize<Comparison>(found, JsonSerializerOptions.Web)!;
    }

    /// <summary>The only report in the folder, without its ending.</summary>
    private string Report()
    {
        var report = Path.ChangeExtension(Assert.Single(Directory.GetFiles(_folder, "*.json")), null);
        Assert.All(new[] { ".md", ".html" }, extension => Assert.True(File.Exists(report + extension)));
        return report;
    }

    private static Task<string> DaybookAsync(params string[] arguments) =>
        ExternalProgram.RunAsync("dotnet", "the .NET SDK", [Path.Combine(AppContext.BaseDirectory, "daybook.dll"), .. arguments]);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private sealed record Comparison(int Compared, string[] Differences, string[] Unexplained);
}
