using System.Buffers.Binary;

namespace Daybook.Pdf;

/// <param name="ColorType">0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha.</param>
internal sealed record PngHeader(int Width, int Height, int Bits, int ColorType, bool Interlaced)
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public int Channels => ColorType switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };

    public ImageColorSpace ColorSpace => ColorType switch
    {
        3 => ImageColorSpace.Palette,
        2 or 6 => ImageColorSpace.Rgb,
        _ => ImageColorSpace.Gray,
    };

    /// <summary>How far the filters look back, in bytes.</summary>
    public int PixelBytes => Math.Max(1, Channels * Bits / 8);

    /// <summary>The passes of the file, each a grid of pixels; one without interlacing.</summary>
    public IEnumerable<(int X, int Y, int StepX, int StepY, int Width, int Height)> Passes =>
        (Interlaced ? Adam7 : [(0, 0, 1, 1)])
        .Select(pass => (pass.X, pass.Y, pass.StepX, pass.StepY,
            Width: (Width - pass.X + pass.StepX - 1) / pass.StepX, Height: (Height - pass.Y + pass.StepY - 1) / pass.StepY))
        .Where(pass => pass.Width > 0 && pass.Height > 0);

    /// <summary>The bytes of all rows with their filters.</summary>
    public int PackedLength => checked((int)Passes.Sum(pass => (long)pass.Height * (1 + RowBytes(pass.Width))));

    public int RowBytes(int width) => checked((width * Channels * Bits + 7) / 8);

    public static PngHeader Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13)
            throw new ImageFileException("its header is cut off");
        var header = new PngHeader(
            BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[4..]), bytes[8], bytes[9], bytes[12] == 1);
        var valid = (header.ColorType, header.Bits) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        return valid && header.Width > 0 && header.Height > 0 && bytes[12] <= 1
            ? header
            : throw new ImageFileException("its header is damaged");
    }
}
