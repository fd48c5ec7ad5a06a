using System.Globalization;
using Daybook.Benchmarks.Load;
using Daybook.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Daybook.Benchmarks.Due;

/// <summary>A server in this process on a given database, for as long as a measurement lasts.</summary>
internal static class DueServer
{
    private const string Password = "due-due-due-due";

    /// <param name="address">Of an empty database; empty is SQLite in a temporary folder.</param>
    public static async Task<int> RunAsync(string address, Func<WebApplication, LoadSite, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("daybook-due-");
        try
        {
            var server = new ServerSettings(
                folder.FullName, "http://127.0.0.1:0", [new("Database", address), new("ADMIN_PASSWORD", Password), new("Logging:LogLevel:Daybook", "Warning")], TimeProvider.System);
            await using var app = DaybookServer.Build(server);
            await DaybookServer.StartAsync(app, CancellationToken.None).ConfigureAwait(false);
            using var site = await LoadSite.PrepareAsync(new LoadOptions(new Uri(app.Urls.Single()), Password, Environment.ProcessId, 0, 0, 0, 0, []), CancellationToken.None).ConfigureAwait(false);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Database: {(address.Length == 0 ? "SQLite" : "PostgreSQL")}. Processors: {Environment.ProcessorCount}."));
            await measure(app, site).ConfigureAwait(false);
            await app.StopAsync().ConfigureAwait(false);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
