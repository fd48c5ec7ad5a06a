using Daybook.Tests.BothDatabases.Server;

namespace Daybook.Tests.Server;

/// <summary>Trying a channel by the API and by the command.</summary>
public sealed class ChannelTests : IDisposable
{
    private const string Api = Site.Api;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-channel-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_channel_is_tried_and_nothing_is_sent()
    {
        await using var server = await (await TestServer.StartAsync("", null, ("Channels:share:Kind", "folder"), ("Channels:share:Path", _folder.FullName))).WithUsersAsync();
        var tested = await TestServer.OkAsync(server.Admin.PostAsync($"{Api}/channels/share/test", null, Cancel));
        Assert.Equal("accepted", tested.GetProperty("outcome").GetString());
        Assert.Empty(_folder.GetFileSystemInfos());
    }
}
