using System.Buffers.Binary;

namespace Daybook.Pdf;

/// <summary>Finds in Exif data how a camera was held.</summary>
internal static class ExifOrientation
{
    private const ushort Tag = 0x0112;

    /// <summary>Upright where the data does not say or is damaged: the picture is still one.</summary>
    public static ImageOrientation Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8)
            return ImageOrientation.Upright;
        var little = tiff[0] == 'I';
        var directory = (int)Math.Min(U32(tiff, 4, little), int.MaxValue);
        if (directory > tiff.Length - 2)
            return ImageOrientation.Upright;
        var count = U16(tiff, directory, little);
        for (var i = 0; i < count && directory + 14 + i * 12 <= tiff.Length; i++)
        {
            var entry = tiff[(directory + 2 + i * 12)..];
            if (U16(entry, 0, little) == Tag)
                return U16(entry, 8, little) is >= 1 and <= 8 and var value ? (ImageOrientation)value : ImageOrientation.Upright;
        }

        return ImageOrientation.Upright;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
