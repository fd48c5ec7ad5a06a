using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Daybook.SystemTests.Delivery;

/// <summary>aiosmtpd in a process of its own.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly Process _process;
    private readonly string _received;

    private MailServer(Process process, string received, int port) => (_process, _received, Port) = (process, received, port);

    public int Port { get; }

    /// <summary>Every mail the server took responsibility for: recipient and Message-ID.</summary>
    public IReadOnlyList<(string Recipient, string MessageId)> Received => !File.Exists(_received) ? [] :
        [.. File.ReadAllLines(_received).Select(line => line.Split(' ')).Select(parts => (parts[0], parts[1]))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="certificate">A certificate and its key in PEM; none offers no TLS.</param>
    public static async Task<MailServer> StartAsync(string folder, params string[] certificate)
    {
        Assert.SkipUnless(Directory.Exists("/usr/lib/python3/dist-packages/aiosmtpd"), "python3-aiosmtpd is missing; install python3-aiosmtpd.");
        var received = Path.Combine(folder, "received.txt");
        var process = Process.Start(new ProcessStartInfo(Python, [Script(), received, .. certificate]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync(Cancel) ?? throw new InvalidOperationException("the mail server did not start");
        return new MailServer(process, received, int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Pauses where the next session reaches a step: <c>ehlo</c>, <c>rcpt</c>, <c>data</c> (the whole mail is there, nothing is promised) or <c>answer</c>.</summary>
    public async Task PauseAtAsync(string step)
    {
        await SayAsync("pause " + step);
        Assert.Equal("will " + step, await _process.StandardOutput.ReadLineAsync(Cancel));
    }

    /// <summary>Waits until the server pauses.</summary>
    public async Task ReachedAsync() => Assert.StartsWith("at ", await _process.StandardOutput.ReadLineAsync(Cancel), StringComparison.Ordinal);

    public Task GoOnAsync() => SayAsync("go");

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private async Task SayAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync(Cancel);
    }

    private static string Script([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "smtp_server.py");
}
