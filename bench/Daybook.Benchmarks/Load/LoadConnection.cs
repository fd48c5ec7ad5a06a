using System.Net.Sockets;
using System.Text;

namespace Daybook.Benchmarks.Load;

/// <summary>One kept-alive connection that sends a request, waits for its answer, and sends the next: as little work as can be, because it runs on the server's machine.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];

    public static byte[] Get(Uri address, string path, string token) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nAccept: application/json\r\n\r\n");

    public ValueTask ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(address.Host, address.Port, cancellationToken);

    /// <returns>The status of the answer.</returns>
    public async ValueTask<int> SendAsync(byte[] request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var (length, expected) = (0, -1);
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                throw new IOException("the server closed the connection");
            length += read;
            if (expected < 0)
                expected = Expected(_buffer.AsSpan(0, length));
            if (expected == int.MaxValue ? _buffer.AsSpan(0, length).EndsWith("\r\n0\r\n\r\n"u8) : expected >= 0 && length >= expected)
                return (_buffer[9] - '0') * 100 + (_buffer[10] - '0') * 10 + (_buffer[11] - '0');
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <returns>Bytes of the whole answer; -1 while its head is not there; the greatest number for one that comes in chunks.</returns>
    private static int Expected(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return -1;
        var name = "\r\nContent-Length: "u8;
        var at = answer[..end].IndexOf(name);
        if (at < 0)
            return int.MaxValue;
        var body = 0;
        for (var digit = at + name.Length; answer[digit] != '\r'; digit++)
            body = body * 10 + answer[digit] - '0';
        return end + 4 + body;
    }
}
