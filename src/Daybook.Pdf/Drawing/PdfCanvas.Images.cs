namespace Daybook.Pdf;

public sealed partial class PdfCanvas
{
    /// <summary>Draws an image into a rectangle, stretched to fill it.</summary>
    /// <exception cref="ImageFileException">The image is CMYK and the file is PDF/A.</exception>
    public void DrawImage(PdfImage image, double left, double top, double width, double height)
    {
        Paint();
        var (name, number) = writer.Embed(image);
        resources.AddObject(name, number);
        resources.HasTransparency |= image.Mask is not null;
        content.Raw("q "u8);
        // The unit square, its origin at the lower left of the stored picture, to where the picture is seen.
        var (right, bottom) = (left + width, top + height);
        var matrix = image.Orientation switch
        {
            ImageOrientation.Upright => new Matrix(width, 0, 0, -height, left, bottom),
            ImageOrientation.MirroredAcross => new(-width, 0, 0, -height, right, bottom),
            ImageOrientation.UpsideDown => new(-width, 0, 0, height, right, top),
            ImageOrientation.MirroredDown => new(width, 0, 0, height, left, top),
            ImageOrientation.Transposed => new(0, height, -width, 0, right, top),
            ImageOrientation.TurnedRight => new(0, height, width, 0, left, top),
            ImageOrientation.Transversed => new(0, -height, width, 0, left, bottom),
            ImageOrientation.TurnedLeft => new Matrix(0, -height, -width, 0, right, bottom),
            _ => throw new InvalidOperationException($"There is no orientation {image.Orientation}."),
        };
        matrix.Write(content);
        content.Raw("cm"u8).Name(name).Raw(" Do Q\n"u8);
    }

    /// <summary>Draws a form with its top left corner at the given place.</summary>
    public void DrawForm(PdfForm form, double left, double top, double scale = 1)
    {
        Paint();
        resources.AddObject(form.Name, form.Number);
        resources.HasTransparency |= form.HasTransparency;
        content.Raw("q "u8);
        new Matrix(scale, 0, 0, -scale, left, top + form.Height * scale).Write(content);
        content.Raw("cm"u8).Name(form.Name).Raw(" Do Q\n"u8);
    }
}
