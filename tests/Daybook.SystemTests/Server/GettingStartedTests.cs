using System.Text.RegularExpressions;
using Daybook.Tests;

namespace Daybook.SystemTests.Server;

/// <summary>The commands of docs/getting-started.md, typed by a shell against a server.</summary>
public sealed partial class GettingStartedTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_first_schedule_makes_up_for_the_sample_days_as_the_page_says()
    {
        foreach (var (program, package) in new[] { ("curl", "curl"), ("jq", "jq") })
            Assert.SkipUnless(ExternalProgram.IsInstalled(program), $"{program} is missing; install {package}.");
        var (data, reports) = (Path.Combine(_folder.FullName, "data"), Path.Combine(_folder.FullName, "reports"));
        await ExternalProgram.RunAsync("dotnet", "the .NET SDK", [ServerProcess.Program, "demo", "--out", Path.Combine(_folder.FullName, "demo")]);
        var commands = CommandsBelow("## The first schedule");
        Assert.Equal(4, commands.Length);
        var preparation = commands[0][..commands[0].IndexOf("daybook serve", StringComparison.Ordinal)].Replace("~/daybook-data", data, StringComparison.Ordinal).Replace("~/reports", reports, StringComparison.Ordinal);
        await ExternalProgram.RunAsync("bash", "bash", ["-c", $"set -eu; cd '{_folder.FullName}'\n{preparation}"]);
        await using var server = await ServerProcess.StartAsync(data, "Channels:shelf:Kind=folder", "Channels:shelf:Path=" + reports);

        var script = string.Join('\n', [
            "set -eu",
            $"export DAYBOOK_SERVER={server.Client.BaseAddress}",
            "daybook() { dotnet '" + ServerProcess.Program + "' \"$@\"; }",
            "token=" + server.Client.DefaultRequestHeaders.Authorization!.Parameter,
            commands[1],
            commands[2],
            "until call \"$api/schedules/due?from=2026-05-01T00:00:00Z&to=2026-06-01T00:00:00Z\" | jq -e 'length == 4 and all(.finished_at != null)' > /dev/null; do sleep 0.2; done",
            commands[3],
        ]).Replace("localhost:8420", server.Client.BaseAddress!.Authority, StringComparison.Ordinal);
        var told = await ExternalProgram.RunAsync("bash", "bash", ["-c", script]);

        Assert.Contains("every day at 18:00 in America/New_York, on business days of 'New York Stock Exchange' only", told, StringComparison.Ordinal);
        Assert.Contains("Backfill started", told, StringComparison.Ordinal);
        Assert.Equal(4, Accepted().Count(told));
        Assert.Contains("It succeeded.", told, StringComparison.Ordinal);
        Assert.Equal(
            ["2026-05-11", "2026-05-12", "2026-05-13", "2026-05-14"],
            Directory.GetFiles(reports, "*.pdf", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(reports, file)[..10]).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("\"accepted\": 1,")]
    private static partial Regex Accepted();

    [GeneratedRegex("^```\n(?<commands>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CommandBlock();

    private static string[] CommandsBelow(string heading)
    {
        var page = Repository.Read("docs/getting-started.md");
        return [.. CommandBlock().Matches(page[page.IndexOf(heading, StringComparison.Ordinal)..]).Select(match => match.Groups["commands"].Value)];
    }
}
