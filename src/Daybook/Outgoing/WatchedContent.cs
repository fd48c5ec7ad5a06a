using System.Net;

namespace Daybook.Outgoing;

/// <summary>A body that knows how far it got.</summary>
internal sealed class WatchedContent : HttpContent
{
    private const int Chunk = 64 * 1024;

    private readonly ReadOnlyMemory<byte> _body;
    private readonly Func<CancellationToken, Task>? _before;

    public WatchedContent(ReadOnlyMemory<byte> body, string? contentType, Func<CancellationToken, Task>? before)
    {
        (_body, _before) = (body, before);
        if (contentType is not null)
            Headers.TryAddWithoutValidation("Content-Type", contentType);
    }

    /// <summary>What <c>before</c> threw; null when it did not.</summary>
    public Exception? Objection { get; private set; }

    /// <summary>From here on the other side may have everything. A request whose last byte was never written is incomplete, and HTTP forbids acting on it.</summary>
    public bool IsSent { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await AskAsync(cancellationToken).ConfigureAwait(false);
        for (var at = 0; at < _body.Length; at += Chunk)
        {
            var rest = _body[at..];
            IsSent = rest.Length <= Chunk;
            await stream.WriteAsync(rest.Length <= Chunk ? rest : rest[..Chunk], cancellationToken).ConfigureAwait(false);
        }

        IsSent = true;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_before is not null)
                await _before(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception objection)
        {
            Objection = objection;
            throw;
        }
    }
}
