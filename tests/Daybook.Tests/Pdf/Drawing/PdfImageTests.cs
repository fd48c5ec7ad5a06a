using Daybook.Pdf;

namespace Daybook.Tests.Pdf.Drawing;

public sealed class PdfImageTests
{
    /// <summary>Made by ImageMagick: 8 × 4 pixels, and the same with an Exif orientation added.</summary>
    private static readonly byte[] Jpeg = File.ReadAllBytes(Repository.PathOf("tests/Daybook.Tests/Pdf/Drawing/cases/rgb.jpg"));

    public static TheoryData<int, int, bool, byte> Kinds => new(
        from kind in new (int Type, int[] Bits)[] { (0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16]) }
        from bits in kind.Bits
        from interlaced in new[] { false, true }
        from filter in new byte[] { 0, 1, 2, 3, 4 }
        select (kind.Type, bits, interlaced, filter));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_png_gives_its_pixels(int colorType, int bits, bool interlaced, byte filter)
    {
        var image = PdfImage.Load(PngFile.Make(colorType, bits, interlaced, filter));
        Assert.Equal((PngFile.Width, PngFile.Height), (image.Width, image.Height));
        if (image.Data.Encoding == ImageEncoding.PngRows)
        {
            Assert.True(colorType <= 3 && !interlaced);
            Assert.Equal(bits, image.Data.Bits);
            return;
        }

        var (colors, full) = (image.Data.ColorSpace == ImageColorSpace.Rgb ? 3 : 1, bits == 16 ? 65535 : 255);
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var samples = PngFile.Samples(x, y, colorType, bits);
                var most = (1 << bits) - 1;
                var expected = colorType == 3 ? [samples[0] * 255 / most, samples[0], 7] : samples[..colors].Select(s => (int)((long)s * full / most)).ToArray();
                var pixel = y * image.Width + x;
                Assert.Equal(expected, Enumerable.Range(0, colors).Select(i => Value(image.Data, pixel * colors + i)));
                if (colorType is 4 or 6)
                    Assert.Equal(samples[colors], Value(image.Mask!, pixel));
            }
        }
    }

    [Fact]
    public void A_palette_with_transparent_colours_has_a_mask()
    {
        var image = PdfImage.Load(PngFile.Make(3, 2, false, 0, [0, 128]));
        Assert.Equal([0, 128, 255, 255], new[] { 0, 4, 7, 10 }.Select(x => Value(image.Mask!, x)));
    }

    [Fact]
    public void The_transparent_colour_of_a_picture_without_alpha_has_no_opacity()
    {
        var image = PdfImage.Load(PngFile.Make(0, 8, false, 0, [0, 255]));
        Assert.Equal([255, 0], new[] { 0, 10 }.Select(x => Value(image.Mask!, x)));
    }

    [Fact]
    public void A_png_cut_off_anywhere_is_refused()
    {
        var file = PngFile.Make(6, 8, false);
        for (var length = 0; length < file.Length - 12; length++)
            Assert.Throws<ImageFileException>(() => PdfImage.Load(file.AsMemory(0, length)));
    }

    [Fact]
    public void A_damaged_png_is_refused_or_read_but_nothing_else()
    {
        foreach (var colorType in new[] { 2, 3, 6 })
        {
            var file = PngFile.Make(colorType, 8, true);
            for (var i = 0; i < file.Length; i++)
            {
                var damaged = (byte[])file.Clone();
                damaged[i] ^= 0x55;
                try
                {
                    Assert.True(PdfImage.Load(damaged).Width > 0);
                }
                catch (ImageFileException error)
                {
                    Assert.NotEmpty(error.Reason);
                }
            }
        }
    }

    [Fact]
    public void A_jpeg_keeps_its_bytes()
    {
        var image = PdfImage.Load(Jpeg);
        Assert.Equal((8, 4, false), (image.Width, image.Height, image.IsCmyk));
        Assert.Equal(Jpeg, image.Data.Bytes.ToArray());
    }

    [Theory]
    [InlineData(1, 8, 4)]
    [InlineData(3, 8, 4)]
    [InlineData(6, 4, 8)]
    [InlineData(8, 4, 8)]
    public void A_turned_jpeg_is_as_wide_as_it_is_seen(byte orientation, int width, int height)
    {
        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*\0\0\0\b\0\u0001"u8, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        var image = PdfImage.Load((byte[])[.. Jpeg[..2], .. exif, .. Jpeg[2..]]);
        Assert.Equal((width, height), (image.Width, image.Height));
    }

    [Fact]
    public void A_jpeg_cut_off_anywhere_is_refused()
    {
        for (var length = 0; length < Jpeg.Length; length++)
            Assert.Throws<ImageFileException>(() => PdfImage.Load(Jpeg.AsMemory(0, length)));
    }

    [Fact]
    public void A_jpeg_cut_off_is_refused_though_its_preview_is_whole()
    {
        byte[] preview = [0xFF, 0xE2, (byte)(Jpeg.Length + 2 >> 8), (byte)(Jpeg.Length + 2), .. Jpeg];
        byte[] file = [.. Jpeg[..2], .. preview, .. Jpeg[2..]];
        Assert.Equal(8, PdfImage.Load(file).Width);
        Assert.Throws<ImageFileException>(() => PdfImage.Load(file.AsMemory(0, file.Length - 20)));
    }

    [Fact]
    public void Other_files_are_refused_by_name() =>
        Assert.Equal("it is neither PNG nor JPEG", Assert.Throws<ImageFileException>(() => PdfImage.Load("GIF89a"u8.ToArray())).Reason);

    private static int Value(ImageData data, int index) =>
        data.Bits == 16 ? data.Bytes.Span[index * 2] << 8 | data.Bytes.Span[index * 2 + 1] : data.Bytes.Span[index];
}
