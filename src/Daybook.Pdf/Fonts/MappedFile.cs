using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Daybook.Pdf;

/// <summary>A file mapped into memory for the life of the process: of a large font only the pages that are looked at are read.</summary>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedFile mapping;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly int length;

    private MappedFile(string path, int length)
    {
        this.length = length;
        mapping = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = mapping.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
    }

    /// <summary>An empty file, or one beyond two gigabytes, is empty memory.</summary>
    public static ReadOnlyMemory<byte> Open(string path) =>
        new FileInfo(path).Length is > 0 and < int.MaxValue and var length ? new MappedFile(path, (int)length).Memory : default;

    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        view.Dispose();
        mapping.Dispose();
    }
}
