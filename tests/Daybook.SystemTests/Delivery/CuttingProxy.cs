using System.Net;
using System.Net.Sockets;

namespace Daybook.SystemTests.Delivery;

/// <summary>Passes on what a client sends to a server, and breaks off after so many bytes.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private CuttingProxy() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static CuttingProxy Start(int server, long bytes)
    {
        var proxy = new CuttingProxy();
        _ = proxy.ServeAsync(server, bytes);
        return proxy;
    }

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync(int server, long bytes)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var upstream = new TcpClient();
            await upstream.ConnectAsync(IPAddress.Loopback, server);
            var back = upstream.GetStream().CopyToAsync(client.GetStream());
            var buffer = new byte[4096];
            for (int count; bytes > 0 && (count = await client.GetStream().ReadAsync(buffer)) > 0; bytes -= count)
                await upstream.GetStream().WriteAsync(buffer.AsMemory(0, count));
            upstream.Close();
            client.Close();
            await back;
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over, or the connection was broken off as it should be.
        }
    }
}
