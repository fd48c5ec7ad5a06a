namespace Daybook.Pdf;

/// <summary>A raster image. Immutable: it may be drawn in any number of files, and is in each file once.</summary>
public sealed class PdfImage
{
    internal PdfImage(int width, int height, ImageData data, ImageData? mask, ImageOrientation orientation = ImageOrientation.Upright)
    {
        (Data, Mask, Orientation, StoredWidth, StoredHeight) = (data, mask, orientation, width, height);
        (Width, Height) = orientation >= ImageOrientation.Transposed ? (height, width) : (width, height);
    }

    /// <summary>In pixels, as it is seen.</summary>
    public int Width { get; }

    public int Height { get; }

    internal int StoredWidth { get; }

    internal int StoredHeight { get; }

    internal ImageData Data { get; }

    /// <summary>The opacity of each pixel; null where all are opaque.</summary>
    internal ImageData? Mask { get; }

    internal ImageOrientation Orientation { get; }

    /// <summary>Whether its colours are those of a press (CMYK), which PDF/A with a screen's output intent does not allow.</summary>
    public bool IsCmyk => Data.ColorSpace is ImageColorSpace.Cmyk or ImageColorSpace.InvertedCmyk;

    /// <summary>Reads a PNG or JPEG file.</summary>
    /// <exception cref="ImageFileException">It is damaged, cut off or in another format.</exception>
    public static PdfImage Load(ReadOnlyMemory<byte> file)
    {
        try
        {
            return file.Span switch
            {
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngReader.Read(file),
                [0xFF, 0xD8, ..] => JpegReader.Read(file),
                [] => throw new ImageFileException("it is empty"),
                _ => throw new ImageFileException("it is neither PNG nor JPEG"),
            };
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidDataException or OverflowException)
        {
            throw new ImageFileException("it is damaged or cut off", error);
        }
    }
}
