using Daybook.Commands;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.OnSqlite;

namespace Daybook.Tests.Commands;

/// <summary>The commands about schedules against a running server.</summary>
public sealed class ScheduleServerCommandTests(SqliteServer fixture) : IClassFixture<SqliteServer>, IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_schedule_is_listed_paused_resumed_run_and_explained()
    {
        var (server, name) = await ScheduleAsync();
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "list"));
        Assert.Contains(name, _run.Out, StringComparison.Ordinal);
        Assert.Contains("every day at 18:00 in UTC", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "pause", name, "--note", "Office move", "--until", "2099-01-01T00:00:00Z"));
        Assert.Equal("Schedule paused\n", _run.Out);
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "list"));
        Assert.Contains("Office move", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "list", "--format", "json"));
        Assert.Contains("Office move", _run.Out, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "resume", name, "--mode", "skip"));
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "run", name, "--date", "2026-05-04"));
        var occurrence = _run.Out.Trim().Split(' ')[^1];
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "explain", occurrence));
        Assert.Contains("asked for a run of the business date 2026-05-04", _run.Out, StringComparison.Ordinal);
        Assert.Contains("It is ", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backfill_is_shown_and_then_confirmed_by_its_hash()
    {
        var (server, name) = await ScheduleAsync();
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "backfill", name, "--from", "2026-04-01", "--to", "2026-04-02"));
        Assert.Contains("2 runs, without delivery.", _run.Out, StringComparison.Ordinal);
        var hash = _run.Out.Trim().Split(' ')[^1];
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "backfill", name, "--from", "2026-04-01", "--to", "2026-04-03", "--confirm", hash));
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "backfill", name, "--from", "2026-04-01", "--to", "2026-04-02", "--confirm", hash));
        Assert.Contains("Backfill started. 2 runs, without delivery.", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_plainly()
    {
        var (server, name) = await ScheduleAsync();
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "pause", name + "x", "--note", "Office move"));
        Assert.Contains($"did you mean '{name}'?", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "explain", "00000000-0000-0000-0000-000000000000"));
        Assert.Contains("Occurrence not found", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await RunAsync(server, "explain", "yesterday"));
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "retry", "00000000-0000-0000-0000-000000000000", "--note", "again"));
        Assert.Contains("Occurrence not found", _run.Talk, StringComparison.Ordinal);
        foreach (var decision in new[] { "release", "reject", "cancel" })
        {
            Assert.Equal(ExitCode.Usage, await RunAsync(server, decision, "soon"));
            Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, decision, "00000000-0000-0000-0000-000000000000", "--note", "why"));
        }

        Assert.Equal(ExitCode.Usage, await RunAsync(server, "run", name, "--date", "2026-02-30"));
        _run.Write("token", "daybook_wrong");
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("schedule", "list", "--server", server.Anonymous.BaseAddress!.ToString(), "--token-file", "token"));
        Assert.Contains("the server does not take the token", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("schedule", "list", "--server", "http://127.0.0.1:1", "--token-file", "token"));
        Assert.Contains("cannot be reached", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, await _run.RunAsync("schedule", "list", "--server", "nowhere", "--token-file", "token"));
        Assert.Equal(ExitCode.Usage, await _run.RunAsync("schedule", "list"));
        Assert.Contains("DAYBOOK_TOKEN", _run.Talk, StringComparison.Ordinal);
    }

    private async Task<(TestServer Server, string Name)> ScheduleAsync()
    {
        var server = await fixture.GetAsync();
        var name = "Close " + Server.Site.NewName("n");
        await ScheduleTests.NewAsync(server.As("author"), $$"""{"name":"{{name}}","frequency":"daily","time":"18:00"}""");
        _run.Write("token", server.As("author").DefaultRequestHeaders.Authorization!.Parameter!);
        return (server, name);
    }

    private Task<int> RunAsync(TestServer server, params string[] arguments) =>
        _run.RunAsync(["schedule", .. arguments, "--server", server.Anonymous.BaseAddress!.ToString(), "--token-file", "token"]);
}
