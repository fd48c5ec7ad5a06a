namespace Daybook.Tests.BothDatabases.Server;

/// <summary>One server for all tests of a class. Started when first asked for, because a fixture cannot skip tests.</summary>
public abstract class ServerFixture : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private TestServer? _server;

    private protected abstract Task<string> NewDatabaseAsync();

    /// <summary>What every server of this fixture is configured with.</summary>
    private protected virtual Task<(string Name, string Value)[]> SettingsAsync() => Task.FromResult<(string, string)[]>([]);

    internal async Task<TestServer> GetAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _server ??= await (await TestServer.StartAsync(await NewDatabaseAsync(), null, await SettingsAsync())).WithUsersAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A server for one test, with settings of its own.</summary>
    internal async Task<TestServer> StartAsync(TimeProvider? clock, params (string Name, string Value)[] settings) =>
        await (await TestServer.StartAsync(await NewDatabaseAsync(), clock, [.. await SettingsAsync(), .. settings])).WithUsersAsync();

    public virtual async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _starting.Dispose();
        GC.SuppressFinalize(this);
    }
}
