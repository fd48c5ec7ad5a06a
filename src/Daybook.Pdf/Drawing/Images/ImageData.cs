namespace Daybook.Pdf;

/// <summary>The bytes of an image, encoded as they go into the file.</summary>
/// <param name="Bits">For each component of a pixel.</param>
/// <param name="Palette">Three bytes for each colour; empty where the image has none.</param>
internal sealed record ImageData(ReadOnlyMemory<byte> Bytes, ImageEncoding Encoding, ImageColorSpace ColorSpace, int Bits, ReadOnlyMemory<byte> Palette)
{
    /// <summary>The entries of the image's dictionary that depend on its bytes.</summary>
    public void WriteEntries(ByteWriter to, int width)
    {
        to.Raw("/BitsPerComponent "u8).Number(Bits);
        switch (ColorSpace)
        {
            case ImageColorSpace.Gray:
                to.Raw("/ColorSpace/DeviceGray"u8);
                break;
            case ImageColorSpace.Rgb:
                to.Raw("/ColorSpace/DeviceRGB"u8);
                break;
            case ImageColorSpace.Palette:
                // The palette is an object of its own, which the writer of the image refers to.
                break;
            case ImageColorSpace.Cmyk:
                to.Raw("/ColorSpace/DeviceCMYK"u8);
                break;
            case ImageColorSpace.InvertedCmyk:
                to.Raw("/ColorSpace/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]"u8);
                break;
        }

        if (Encoding == ImageEncoding.PngRows)
        {
            to.Raw("/DecodeParms<</Predictor 15/Columns "u8).Number(width).Raw("/BitsPerComponent "u8).Number(Bits)
                .Raw("/Colors "u8).Number(ColorSpace == ImageColorSpace.Rgb ? 3 : 1).Raw(">>"u8);
        }
    }
}
