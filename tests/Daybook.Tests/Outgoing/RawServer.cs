using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Daybook.Tests.Outgoing;

/// <summary>Takes one connection after another, does with each what a test says, and breaks it off.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private RawServer() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static RawServer Start(Func<NetworkStream, Task> talk)
    {
        var server = new RawServer();
        _ = server.ServeAsync(talk);
        return server;
    }

    public static async Task ReadUntilAsync(NetworkStream stream, string end, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new byte[1024];
        while (!text.ToString().Contains(end, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count == 0)
                return;
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(Func<NetworkStream, Task> talk)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                // Unread bytes make the end of the connection a reset, as when a server dies.
                client.LingerState = new LingerOption(true, 0);
                await talk(client.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or OperationCanceledException or IOException)
        {
            // The test is over.
        }
    }
}
