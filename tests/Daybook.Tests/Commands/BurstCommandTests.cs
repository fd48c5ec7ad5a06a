using System.Net.Http.Json;
using Daybook.Commands;
using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.OnSqlite;
using Daybook.Tests.Server;

namespace Daybook.Tests.Commands;

/// <summary>The commands about bursts against a running server.</summary>
public sealed class BurstCommandTests(SqliteServer fixture) : IClassFixture<SqliteServer>, IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_burst_that_failed_is_shown_and_tried_again_with_what_was_mended()
    {
        var server = await fixture.GetAsync();
        var author = server.As("author");
        _run.Write("token", author.DefaultRequestHeaders.Authorization!.Parameter!);
        var template = await ReportTests.TemplateAsync(author, Site.NewName("Divided "), ReportTests.Config(user: "author"));
        var ordered = await TestServer.OkAsync(author.PostAsJsonAsync($"{Site.Api}/bursts", new
        {
            report = new { template_id = template, report_date = "2026-05-04" },
            burst = new { split = "probe", recipients_from = new { dataset = "runs", key = "nobody", channel_column = "nobody", address = "nobody" } },
        }, Site.Cancel));
        var id = ordered.GetProperty("burst_id").GetString()!;
        do
        {
            Assert.Equal(ExitCode.Ok, await RunAsync(server, "show", id));
        }
        while (_run.Out.StartsWith("waiting", StringComparison.Ordinal));

        Assert.StartsWith("failed ", _run.Out, StringComparison.Ordinal);
        _run.Write("broken.json", "{");
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "retry", id, "--burst", "broken.json"));
        Assert.Contains("broken.json is not JSON", _run.Talk, StringComparison.Ordinal);
        _run.Write("wrong.json", """{"split": "colour"}""");
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "retry", id, "--burst", "wrong.json"));
        Assert.Contains("burst.split: must stay as it is", _run.Talk, StringComparison.Ordinal);
        Assert.Contains("burst.recipients: or recipients_from is needed", _run.Talk, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, await RunAsync(server, "retry", id));
        Assert.Equal("What failed is made once more\n", _run.Out);
        Assert.Equal(ExitCode.Usage, await RunAsync(server, "retry", "yesterday"));
        Assert.Equal(ExitCode.InvalidInput, await RunAsync(server, "show", "00000000-0000-0000-0000-000000000000"));
        Assert.Contains("Burst not found", _run.Talk, StringComparison.Ordinal);
    }

    private Task<int> RunAsync(TestServer server, params string[] arguments) =>
        _run.RunAsync(["burst", .. arguments, "--server", server.Anonymous.BaseAddress!.ToString(), "--token-file", "token"]);
}
