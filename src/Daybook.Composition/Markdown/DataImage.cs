using System.Buffers.Binary;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>A PNG or JPEG picture written into the text as a <c>data:</c> address.</summary>
internal static class DataImage
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Width times height; a small file can claim a huge picture.</summary>
    public const long MaxPixels = 40_000_000;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsDataAddress(string? url) => url is not null && url.StartsWith("data:", StringComparison.OrdinalIgnoreCase);

    /// <returns>Null when the address is not a PNG or JPEG within the limits.</returns>
    public static Image? Read(string url, string altText, string? caption)
    {
        foreach (var mediaType in (string[])["image/png", "image/jpeg"])
        {
            var prefix = $"data:{mediaType};base64,";
            if (!url.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || url.Length - prefix.Length > (MaxBytes / 3 * 4) + 4)
                continue;
            var content = new byte[(url.Length - prefix.Length) / 4 * 3];
            if (!Convert.TryFromBase64Chars(url.AsSpan(prefix.Length), content, out var length))
                return null;
            var bytes = content.AsSpan(0, length);
            var pixels = mediaType == "image/png" ? PngPixels(bytes) : JpegPixels(bytes);
            return pixels is > 0 and <= MaxPixels
                ? new Image(mediaType, [.. bytes], altText) { Caption = string.IsNullOrWhiteSpace(caption) ? null : caption }
                : null;
        }

        return null;
    }

    private static long PngPixels(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 33 && bytes.StartsWith(PngSignature) && bytes[12..16].SequenceEqual("IHDR"u8)
            ? (long)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]) * BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])
            : 0;

    /// <summary>Walks the segments to the frame header (SOF), which holds height and width.</summary>
    private static long JpegPixels(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return 0;
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (long)BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]) * BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return 0;
    }
}
