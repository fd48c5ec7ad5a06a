namespace Daybook.Pdf;

/// <summary>Reads what a PDF must say about a JPEG file; its bytes go in as they are.</summary>
internal static class JpegReader
{
    public static PdfImage Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var (width, height, components, adobe) = (0, 0, 0, false);
        int at;
        var orientation = ImageOrientation.Upright;
        for (at = 2; ;)
        {
            if (at + 4 > bytes.Length)
                throw new ImageFileException("it is cut off");
            if (bytes[at] != 0xFF)
                throw new ImageFileException("it is damaged");
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xD9)
                throw new ImageFileException("it has no picture in it");
            var length = SfntFile.U16(bytes, at + 2);
            if (at + 2 + length > bytes.Length || length < 2)
                throw new ImageFileException("it is cut off");
            var body = bytes.Slice(at + 4, length - 2);
            if (marker is 0xC0 or 0xC1 or 0xC2)
            {
                if (body[0] != 8)
                    throw new ImageFileException($"its samples have {body[0]} bits, where 8 are supported");
                (height, width, components) = (SfntFile.U16(body, 1), SfntFile.U16(body, 3), body[5]);
            }
            else if (marker is >= 0xC3 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                throw new ImageFileException("it is a lossless or arithmetic JPEG, which readers of PDF cannot show");
            }
            else if (marker == 0xEE && body.StartsWith("Adobe"u8))
            {
                adobe = true;
            }
            else if (marker == 0xE1 && body.StartsWith("Exif\0\0"u8))
            {
                orientation = ExifOrientation.Read(body[6..]);
            }
            else if (marker == 0xDA)
            {
                break;
            }

            at += 2 + length;
        }

        if (width == 0 || height == 0)
            throw new ImageFileException("it has no size");
        // After the start of the picture: a small picture for previews may stand before it, with an end of its own.
        if (bytes[at..].LastIndexOf([(byte)0xFF, (byte)0xD9]) < 0)
            throw new ImageFileException("it is cut off");
        var space = components switch
        {
            1 => ImageColorSpace.Gray,
            3 => ImageColorSpace.Rgb,
            4 => adobe ? ImageColorSpace.InvertedCmyk : ImageColorSpace.Cmyk,
            _ => throw new ImageFileException($"it has {components} components of colour"),
        };
        return new(width, height, new(file, ImageEncoding.Jpeg, space, 8, default), null, orientation);
    }
}
