using Daybook.Tests.BothDatabases.Server;
using Daybook.Tests.BothDatabases.Server.Oidc;

namespace Daybook.Tests.Server;

/// <summary>A server with a channel and a provider of identities, so that every route has something to work on.</summary>
public sealed class RouteServer : ServerFixture
{
    /// <summary>The name of the channel.</summary>
    public const string Channel = "share";

    private readonly DirectoryInfo _share = Directory.CreateTempSubdirectory("daybook-share-");
    private FakeProvider? _provider;

    private protected override Task<string> NewDatabaseAsync() => Task.FromResult("");

    private protected override async Task<(string Name, string Value)[]> SettingsAsync()
    {
        _provider ??= await FakeProvider.StartAsync(Site.Cancel);
        return
        [
            ($"Channels:{Channel}:Kind", "folder"), ($"Channels:{Channel}:Path", _share.FullName),
            ("Oidc:Authority", _provider.Issuer), ("Oidc:ClientId", FakeProvider.ClientId), ("Oidc:ClientSecret", FakeProvider.ClientSecret), ("Oidc:Authors:0", "reporting"),
        ];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_provider is not null)
            await _provider.DisposeAsync();
        _share.Delete(recursive: true);
    }
}
