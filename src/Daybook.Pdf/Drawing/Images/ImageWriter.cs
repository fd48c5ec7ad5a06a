namespace Daybook.Pdf;

/// <summary>Writes an image and its opacities as objects.</summary>
internal static class ImageWriter
{
    public static void Write(ObjectWriter objects, PdfImage image, int number)
    {
        using var entries = new ByteWriter(256);
        int? mask = null;
        if (image.Mask is { } opacity)
        {
            mask = objects.Reserve();
            WriteSize(entries, image);
            opacity.WriteEntries(entries, image.StoredWidth);
            objects.AddStream(mask.Value, entries.Written, opacity.Bytes.Span);
            entries.Clear();
        }

        WriteSize(entries, image);
        if (image.Data.ColorSpace == ImageColorSpace.Palette)
        {
            var palette = objects.Reserve();
            objects.AddStream(palette, default, image.Data.Palette.Span);
            entries.Raw("/ColorSpace[/Indexed/DeviceRGB "u8).Number(image.Data.Palette.Length / 3 - 1).Reference(palette).Raw("]"u8);
        }

        image.Data.WriteEntries(entries, image.StoredWidth);
        if (mask is { } masked)
            entries.Raw("/SMask"u8).Reference(masked);
        switch (image.Data.Encoding)
        {
            case ImageEncoding.Plain:
                objects.AddStream(number, entries.Written, image.Data.Bytes.Span);
                break;
            case ImageEncoding.PngRows:
                objects.AddEncoded(number, entries.Written, image.Data.Bytes.Span, "/Filter/FlateDecode"u8);
                break;
            case ImageEncoding.Jpeg:
                objects.AddEncoded(number, entries.Written, image.Data.Bytes.Span, "/Filter/DCTDecode"u8);
                break;
        }
    }

    private static void WriteSize(ByteWriter entries, PdfImage image) => entries
        .Raw("/Type/XObject/Subtype/Image/Width "u8).Number(image.StoredWidth).Raw("/Height "u8).Number(image.StoredHeight);
}
