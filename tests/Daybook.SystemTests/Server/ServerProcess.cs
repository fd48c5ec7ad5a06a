using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Daybook.SystemTests.Server;

/// <summary>The program itself, serving in a process of its own, which can be killed without warning.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Password = "correct-horse-battery";

    private readonly Process _process;

    private ServerProcess(Process process, HttpClient client) => (_process, Client) = (process, client);

    public int Id => _process.Id;

    /// <summary>Signed in as the administrator.</summary>
    public HttpClient Client { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Program => Path.Combine(AppContext.BaseDirectory, "daybook.dll");

    public static async Task<ServerProcess> StartAsync(string folder, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] all = ["Accounts:PasswordMemoryKiB=8192", "Accounts:PasswordIterations=1", "Accounts:RequestsPerMinute=1000000", "Accounts:RequestBurst=1000000", "ADMIN_PASSWORD=" + Password, .. settings];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "serve", "--data", folder, "--urls", address.ToString(), .. all.SelectMany(setting => new[] { "--set", setting })])
        {
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        var client = new HttpClient { BaseAddress = address };
        await WaitUntilReadyAsync(process, client);
        using var login = await client.PostAsJsonAsync("/api/v1/cob/auth/login", new { username = "admin", password = Password }, Cancel);
        var token = (await login.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("access_token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ServerProcess(process, client);
    }

    /// <summary>As a power cut ends it.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Stops all its threads where they are, until <see cref="ThawAsync"/>.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    public Task ThawAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
        Client.Dispose();
    }

    private Task<string> SignalAsync(string signal) => ExternalProgram.RunAsync("kill", "procps", ["-" + signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);

    private static async Task WaitUntilReadyAsync(Process process, HttpClient client)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready", Cancel);
                if (answer.StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            Assert.True(tries < 1200 && !process.HasExited, "the server did not start");
            await Task.Delay(50, Cancel);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
