using System.Buffers;
using System.IO.Compression;

namespace Daybook.Pdf;

/// <summary>
/// Bytes that are being compressed, by another thread where one is free and else by the one that asks for the result: nobody waits for a
/// thread that does not come.
/// </summary>
internal sealed class DeflatedBytes : IThreadPoolWorkItem
{
    /// <summary>Below this the hand-over costs more than it saves.</summary>
    private const int WorthAThread = 2048;

    private readonly Lock done = new();
    private readonly int length;
    private readonly MemoryStream result;
    private byte[]? bytes;

    /// <param name="result">Takes the compressed bytes; not to be used by others before the result was read.</param>
    public DeflatedBytes(ReadOnlySpan<byte> content, MemoryStream result)
    {
        this.result = result;
        result.SetLength(0);
        length = content.Length;
        bytes = ArrayPool<byte>.Shared.Rent(Math.Max(1, length));
        content.CopyTo(bytes);
        if (length >= WorthAThread)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    public MemoryStream Result
    {
        get
        {
            Execute();
            return result;
        }
    }

    /// <summary>Compresses, or waits for the thread that does.</summary>
    public void Execute()
    {
        lock (done)
        {
            if (bytes is null)
                return;
            using (var deflater = new ZLibStream(result, CompressionLevel.Optimal, leaveOpen: true))
                deflater.Write(bytes, 0, length);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = null;
        }
    }
}
