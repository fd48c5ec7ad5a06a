using System.Net;
using System.Net.Sockets;

namespace Daybook.SystemTests.Delivery;

/// <summary>Ports for programs that cannot take a free one by themselves. They are below those that Linux gives away, so that nobody gets one in between.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 10_000;

    private static int _next = Environment.ProcessId;

    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
