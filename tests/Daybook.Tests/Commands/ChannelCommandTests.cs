using Daybook.Commands;
using Daybook.Tests.Outgoing;

namespace Daybook.Tests.Commands;

public sealed class ChannelCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public ChannelCommandTests() => _run.Write("daybook-data/share/readme", "");

    public void Dispose() => _run.Dispose();

    private void Configure(string channels) => _run.Write("daybook-data/daybook.json", $$"""{ "Outgoing": { "AllowedPrivate": ["127.0.0.1"] }, "Channels": {{channels}} }""");

    [Fact]
    public async Task Channels_are_listed_without_their_secrets()
    {
        Configure("""{ "soc": { "Kind": "slack", "BotToken": "xoxb-secret" }, "folder": { "Path": "share" } }""");
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("channel", "list"));
        var lines = _run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["channel kind if unsure attachments up to", "folder folder at_least_once 1.0 GB", "soc slack at_most_once 100.0 MB"], lines);
        Assert.DoesNotContain("xoxb", _run.Out + _run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_works_is_said_to()
    {
        Configure("""{ "folder": { "Path": "share" } }""");
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("channel", "test", "folder"));
        Assert.EndsWith("is there and can be written to.", _run.Out.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_does_not_work_is_an_error_with_the_remedy()
    {
        using var closed = new ClosedPort();
        Configure($$"""{ "soc": { "Kind": "teams", "Webhooks": { "SOC": "http://127.0.0.1:{{closed.Number}}/" } } }""");
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("channel", "test", "soc"));
        Assert.StartsWith("error: 127.0.0.1 does not take connections on port", _run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_is_not_there_is_named_with_those_that_are()
    {
        Configure("""{ "folder": { "Path": "share" } }""");
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("channel", "test", "fax"));
        Assert.Equal("error: there is no channel 'fax'; there are folder", _run.Talk.Trim());
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_all_named()
    {
        Configure("""{ "a": { "Kind": "fax" }, "b": { "Kind": "folder", "Path": "share", "NamePattern": "x" } }""");
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("channel", "list"));
        Assert.Contains("Channels:a:Kind is 'fax'", _run.Talk, StringComparison.Ordinal);
        Assert.Contains("Channels:b:NamePattern needs {file}", _run.Talk, StringComparison.Ordinal);
    }
}
