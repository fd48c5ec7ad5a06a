using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Daybook.Tests.BothDatabases.Delivery;

/// <summary>A mail server on loopback that answers, breaks off and falls silent as it is told.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _serving;
    private int _connections;

    public ScriptedSmtpServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>What EHLO offers.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["8BITMIME", "PIPELINING"];

    public X509Certificate2? Certificate { get; init; }

    /// <summary>Commands, alone or with what stands behind them, and their answers, such as <c>RCPT</c> and <c>450 Later</c>; <c>DOT</c> is the end of a mail. <c>drop</c> breaks off, <c>silence</c> says nothing.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Commands { get; } = [];

    /// <summary>Mails that were given with their dot, whatever was answered.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _serving;
        _ended.Dispose();
    }

    private async Task ServeAsync()
    {
        var sessions = new List<Task>();
        while (!_ended.IsCancellationRequested)
        {
            try
            {
                sessions.Add(SessionAsync(await _listener.AcceptTcpClientAsync(_ended.Token)));
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(sessions);
    }

    private async Task SessionAsync(TcpClient client)
    {
        Interlocked.Increment(ref _connections);
        using var _ = client;
        try
        {
            await TalkAsync(client.GetStream());
        }
        catch (Exception over) when (over is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException or SocketException)
        {
            // The client is gone, or the test is over.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        var reader = new StreamReader(stream, Encoding.UTF8);
        await SayAsync(stream, "220 scripted ESMTP");
        while (await reader.ReadLineAsync(_ended.Token) is { } line)
        {
            Commands.Enqueue(line);
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "STARTTLS" && Certificate is not null)
            {
                await SayAsync(stream, "220 Go");
                var tls = new SslStream(stream);
                await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _ended.Token);
                (stream, reader) = (tls, new StreamReader(tls, Encoding.UTF8));
                continue;
            }

            if (!await AnswerAsync(stream, Answers.ContainsKey(line) ? line : verb, verb switch
            {
                "EHLO" => string.Join("\r\n", Extensions.Prepend("scripted").Select((item, index) => $"250{(index == Extensions.Count ? ' ' : '-')}{item}")),
                "DATA" => "354 Go",
                "QUIT" => "221 Bye",
                "AUTH" => "235 Signed in",
                _ => "250 OK",
            }))
                return;
            if (verb == "QUIT")
                return;
            if (verb == "DATA" && !Answers.ContainsKey("DATA"))
            {
                var mail = new StringBuilder();
                string? text;
                while ((text = await reader.ReadLineAsync(_ended.Token)) is not (null or "."))
                    mail.Append(text.StartsWith('.') ? text[1..] : text).Append("\r\n");
                if (text is null)
                    return;
                Mails.Enqueue(mail.ToString());
                if (!await AnswerAsync(stream, "DOT", "250 2.0.0 Queued as 4711"))
                    return;
            }
        }
    }

    /// <returns>False when the connection is to be broken off.</returns>
    private async Task<bool> AnswerAsync(Stream stream, string command, string usual)
    {
        var answer = Answers.GetValueOrDefault(command, usual);
        if (answer == "drop")
            return false;
        if (answer == "silence")
            await Task.Delay(Timeout.Infinite, _ended.Token);
        await SayAsync(stream, answer);
        return true;
    }

    private Task SayAsync(Stream stream, string line) => stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), _ended.Token).AsTask();
}
