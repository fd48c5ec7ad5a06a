using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Daybook.SystemTests.Server;

/// <summary>The program itself, serving in a process of its own, which can be killed without warning.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private const string Password = "correct-horse-battery";

    /// <summary>As much of its output as tells why it ended.</summary>
    private const int KeptLines = 200;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new();
    private bool _isKilled;

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Signed in as the administrator.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>The last lines of its output.</summary>
    public string Log => string.Join('\n', _lines);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Program => Path.Combine(AppContext.BaseDirectory, "daybook.dll");

    public static async Task<ServerProcess> StartAsync(string folder, params string[] settings)
    {
        string[] all = ["Accounts:PasswordMemoryKiB=8192", "Accounts:PasswordIterations=1", "Accounts:RequestsPerMinute=1000000", "Accounts:RequestBurst=1000000", "ADMIN_PASSWORD=" + Password, .. settings];
        var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "serve", "--data", folder, "--urls", "http://127.0.0.1:0", .. all.SelectMany(setting => new[] { "--set", setting })])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            // A killed process would leave the sockets of its diagnostics behind.
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        })!;
        var server = new ServerProcess(process);
        try
        {
            await server.WaitUntilReadyAsync();
            using var login = await server.Client.PostAsJsonAsync("/api/v1/cob/auth/login", new { username = "admin", password = Password }, Cancel);
            Assert.True(login.IsSuccessStatusCode, $"the administrator could not sign in: {login.StatusCode}\n{server.Log}");
            var token = (await login.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("access_token").GetString();
            server.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fails the test, with the process's last words, if it ended without being killed.</summary>
    public void MustLive()
    {
        if (_isKilled || !_process.HasExited)
            return;
        // Now all of its output is here.
        _process.WaitForExit();
        Assert.Fail($"the server ended by itself with exit code {_process.ExitCode}:\n{Log}");
    }

    /// <summary>As a power cut ends it.</summary>
    public async Task KillAsync()
    {
        _isKilled = true;
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

    private void Keep(string? line)
    {
        if (line is null)
            return;
        if (Listening().Match(line) is { Success: true } listening)
            _address.TrySetResult(new Uri(listening.Groups[1].Value));
        _lines.Enqueue(line);
        while (_lines.Count > KeptLines)
            _lines.TryDequeue(out _);
    }

    private async Task WaitUntilReadyAsync()
    {
        for (var tries = 0; !await IsReadyAsync(); tries++)
        {
            MustLive();
            Assert.True(tries < 1200, "the server did not become ready:\n" + Log);
            await Task.Delay(50, Cancel);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        if (!_address.Task.IsCompleted)
            return false;
        Client.BaseAddress ??= await _address.Task;
        using var answer = await Client.GetAsync("/health/ready", Cancel);
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>It takes a port that is free, and says which.</summary>
    [GeneratedRegex(@"listens on (http://127\.0\.0\.1:\d+),")]
    private static partial Regex Listening();
}
