namespace Daybook.Pdf;

/// <summary>Unpacks the pixels of a PNG file into colours and opacities of eight or sixteen bits.</summary>
internal sealed class PngPixels(PngHeader header, ReadOnlyMemory<byte> palette, ReadOnlyMemory<byte> transparency)
{
    private readonly int sampleBytes = header.Bits == 16 ? 2 : 1;
    private readonly int colors = header.ColorType is 2 or 3 or 6 ? 3 : 1;
    private readonly int[] sample = new int[4];

    public PdfImage Unpack(byte[] rows)
    {
        var pixels = checked(header.Width * header.Height);
        var color = new byte[checked(pixels * colors * sampleBytes)];
        var opacity = new byte[pixels * sampleBytes];
        var at = 0;
        foreach (var pass in header.Passes)
        {
            var stride = header.RowBytes(pass.Width);
            var above = Span<byte>.Empty;
            for (var y = 0; y < pass.Height; y++)
            {
                var row = rows.AsSpan(at + 1, stride);
                PngFilter.Undo(rows[at], row, above, header.PixelBytes);
                for (var x = 0; x < pass.Width; x++)
                    Put(row, x, (pass.Y + y * pass.StepY) * header.Width + pass.X + x * pass.StepX, color, opacity);
                above = row;
                at += stride + 1;
            }
        }

        var bits = sampleBytes * 8;
        var space = colors == 3 ? ImageColorSpace.Rgb : ImageColorSpace.Gray;
        var mask = opacity.AsSpan().ContainsAnyExcept((byte)255) ? new ImageData(opacity, ImageEncoding.Plain, ImageColorSpace.Gray, bits, default) : null;
        return new(header.Width, header.Height, new(color, ImageEncoding.Plain, space, bits, default), mask);
    }

    private void Put(ReadOnlySpan<byte> row, int x, int pixel, byte[] color, byte[] opacity)
    {
        for (var channel = 0; channel < header.Channels; channel++)
            sample[channel] = Sample(row, x * header.Channels + channel);
        var most = (1 << header.Bits) - 1;
        var full = sampleBytes == 2 ? 65535 : 255;
        var alpha = full;
        if (header.ColorType == 3)
        {
            var entry = sample[0];
            alpha = entry < transparency.Length ? transparency.Span[entry] : 255;
            if (entry * 3 + 3 > palette.Length)
                throw new ImageFileException("a pixel has a colour that its palette lacks");
            for (var channel = 0; channel < 3; channel++)
                color[pixel * 3 + channel] = palette.Span[entry * 3 + channel];
        }
        else
        {
            if (header.ColorType is 4 or 6)
                alpha = sample[colors];
            else if (transparency.Length >= colors * 2 && IsTransparent())
                alpha = 0;
            for (var channel = 0; channel < colors; channel++)
                Store(color, pixel * colors + channel, sampleBytes == 2 ? sample[channel] : sample[channel] * 255 / most);
        }

        Store(opacity, pixel, alpha);
    }

    private bool IsTransparent()
    {
        for (var channel = 0; channel < colors; channel++)
        {
            if (SfntFile.U16(transparency.Span, channel * 2) != sample[channel])
                return false;
        }

        return true;
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        if (header.Bits == 16)
            return SfntFile.U16(row, index * 2);
        var bit = index * header.Bits;
        return row[bit / 8] >> (8 - header.Bits - bit % 8) & (1 << header.Bits) - 1;
    }

    private void Store(byte[] to, int index, int value)
    {
        if (sampleBytes == 2)
            to[index * 2] = (byte)(value >> 8);
        to[index * sampleBytes + sampleBytes - 1] = (byte)value;
    }
}
