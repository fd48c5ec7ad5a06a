using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Daybook.Benchmarks;

/// <summary><c>smtp-sink</c>: a mail server on loopback that takes every mail and keeps none. Says its port, and ends with its input.</summary>
internal static class MailSink
{
    public static async Task<int> RunAsync()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port);
        _ = AcceptAsync(listener);
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is not null)
        {
            // Whoever started the sink ends it by closing its input.
        }

        return 0;
    }

    private static async Task AcceptAsync(TcpListener listener)
    {
        while (true)
            _ = TalkAsync(await listener.AcceptTcpClientAsync().ConfigureAwait(false));
    }

    private static async Task TalkAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1, false, 65_536);
        await SayAsync(stream, "220 sink").ConfigureAwait(false);
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync(stream, "354 Go").ConfigureAwait(false);
                while (await reader.ReadLineAsync().ConfigureAwait(false) is not (null or "."))
                {
                    // Nothing is kept.
                }

                await SayAsync(stream, "250 Taken").ConfigureAwait(false);
                continue;
            }

            await SayAsync(stream, line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase) ? "250-sink\r\n250-PIPELINING\r\n250-SIZE 100000000\r\n250 8BITMIME" : line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase) ? "221 Bye" : "250 OK").ConfigureAwait(false);
        }
    }

    private static Task SayAsync(NetworkStream stream, string line) => stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n")).AsTask();
}
