using System.Diagnostics;
using Daybook.Storage;
using Npgsql;

[assembly: AssemblyFixture(typeof(Daybook.SystemTests.OnPostgreSql.PostgreSqlCluster))]

namespace Daybook.SystemTests.OnPostgreSql;

/// <summary>
/// A PostgreSQL of the tests' own, in a temporary folder, reached by a Unix socket in it and by nothing else. PostgreSQL refuses to run as root,
/// so root lends it the account <c>postgres</c>, which the package brings.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncLifetime
{
    private const string Account = "postgres";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-pg-");
    private readonly SemaphoreSlim _starting = new(1);
    private Process? _server;
    private int _count;

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Programs => !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql")
        .Select(version => Path.Combine(version, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>An empty database; the first one starts the server.</summary>
    internal async Task<Database> NewDatabaseAsync() => new PostgreSqlDatabase(DatabaseAddress.Parse(await NewAddressAsync()));

    /// <summary>The address of an empty database, as the setting <c>Database</c> takes it.</summary>
    internal async Task<string> NewAddressAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_server is null)
                await StartAsync();
            var name = $"test{_count++}";
            await using var source = NpgsqlDataSource.Create(DatabaseAddress.Parse(Address("postgres")));
            await using var create = source.CreateCommand($"create database {name}");
            await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            return Address(name);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Ends the server without a word to anybody, as a crash does, and starts it again on what it has written.</summary>
    internal async Task CrashAndRestartAsync()
    {
        await StopAsync();
        _server!.Dispose();
        await ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
            await StopAsync();
        _server?.Dispose();
        _starting.Dispose();
        _folder.Delete(recursive: true);
    }

    private string Data => Path.Combine(_folder.FullName, "data");

    private string Address(string database) =>
        $"postgres://{Account}@localhost/{database}?Host={Uri.EscapeDataString(_folder.FullName)}&Maximum%20Pool%20Size=20";

    private async Task StartAsync()
    {
        Assert.SkipUnless(Programs is not null && OperatingSystem.IsLinux(), "PostgreSQL is missing; install postgresql.");
        if (IsRoot)
            Run("chown", Account, _folder.FullName);
        Run(Path.Combine(Programs!, "initdb"), "-D", Data, "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await ServeAsync();
    }

    private async Task StopAsync()
    {
        NpgsqlConnection.ClearAllPools();
        // The quick way to stop it, without a checkpoint.
        Run(Path.Combine(Programs!, "pg_ctl"), "stop", "-D", Data, "-m", "immediate", "-w");
        await _server!.WaitForExitAsync();
    }

    private async Task ServeAsync()
    {
        _server = Process.Start(As(Path.Combine(Programs!, "postgres"),
            ["-D", Data, "-k", _folder.FullName, "-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=200", "-c", "log_min_messages=fatal"]))!;
        for (var tries = 0; !File.Exists(Path.Combine(_folder.FullName, ".s.PGSQL.5432")); tries++)
        {
            Assert.True(tries < 600 && !_server.HasExited, "PostgreSQL did not start");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await WaitUntilReadyAsync();
    }

    private async Task WaitUntilReadyAsync()
    {
        await using var source = NpgsqlDataSource.Create(DatabaseAddress.Parse(Address("postgres")));
        for (var tries = 0; ; tries++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
                return;
            }
            catch (NpgsqlException) when (tries < 600)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = program == "chown" ? new ProcessStartInfo(program, arguments) : As(program, arguments);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} exited with {process.ExitCode}");
    }

    private static ProcessStartInfo As(string program, string[] arguments) => IsRoot
        ? new ProcessStartInfo("setpriv", [$"--reuid={Account}", $"--regid={Account}", "--clear-groups", program, .. arguments]) { WorkingDirectory = "/" }
        : new ProcessStartInfo(program, arguments);
}
