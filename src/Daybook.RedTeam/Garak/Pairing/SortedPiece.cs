using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Daybook.RedTeam;

/// <summary>Sorted values in a part of a file.</summary>
/// <param name="Start">In bytes, as is <paramref name="End"/>.</param>
internal readonly record struct SortedPiece<T>(SafeFileHandle File, long Start, long End)
    where T : unmanaged
{
    public static SortedPiece<T> Write(SafeFileHandle file, long start, ReadOnlySpan<T> values)
    {
        var bytes = MemoryMarshal.AsBytes(values);
        RandomAccess.Write(file, bytes, start);
        return new SortedPiece<T>(file, start, start + bytes.Length);
    }

    /// <param name="buffer">How many values are read at once.</param>
    public IEnumerable<T> Read(int buffer)
    {
        var values = new T[buffer];
        for (var at = Start; at < End;)
        {
            var count = Fill(values, at);
            for (var i = 0; i < count; i++)
                yield return values[i];
            at += (long)count * Unsafe.SizeOf<T>();
        }
    }

    private int Fill(T[] values, long at)
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        bytes = bytes[..(int)Math.Min(bytes.Length, End - at)];
        for (var filled = 0; filled < bytes.Length;)
        {
            var read = RandomAccess.Read(File, bytes[filled..], at + filled);
            filled += read > 0 ? read : throw new EndOfStreamException();
        }

        return bytes.Length / Unsafe.SizeOf<T>();
    }
}
