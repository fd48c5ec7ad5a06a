using System.Buffers;

namespace Daybook.Pdf;

/// <summary>A file inside this assembly, read in place: the runtime maps the assembly into memory, so nothing is copied.</summary>
internal sealed unsafe class EmbeddedAsset : MemoryManager<byte>
{
    private readonly UnmanagedMemoryStream stream;

    private EmbeddedAsset(UnmanagedMemoryStream stream) => this.stream = stream;

    /// <summary>The bytes of the asset; they stay where they are for the life of the process.</summary>
    public static ReadOnlyMemory<byte> Read(string name) =>
        typeof(EmbeddedAsset).Assembly.GetManifestResourceStream(name) switch
        {
            UnmanagedMemoryStream mapped => new EmbeddedAsset(mapped).Memory,
            null => throw new InvalidOperationException($"The asset {name} is not in the assembly."),
            { } other => Copy(other),
        };

    public override Span<byte> GetSpan() => new(stream.PositionPointer, (int)stream.Length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(stream.PositionPointer + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }

    private static byte[] Copy(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
