using System.Globalization;

namespace Daybook.Pdf;

/// <summary>A drawing that is in the file once and may be drawn on many pages.</summary>
public sealed class PdfForm
{
    private readonly PdfWriter writer;
    private readonly Resources resources = new();
    private bool opened;

    internal PdfForm(PdfWriter writer, int index, double width, double height)
    {
        (this.writer, Width, Height) = (writer, width, height);
        Name = string.Create(CultureInfo.InvariantCulture, $"X{index}");
        Number = writer.Objects.Reserve();
    }

    public double Width { get; }

    public double Height { get; }

    internal string Name { get; }

    internal int Number { get; }

    internal bool HasTransparency => resources.HasTransparency;

    /// <summary>The form's one content stream; it must be disposed before the file is saved.</summary>
    /// <exception cref="InvalidOperationException">It was opened before.</exception>
    public PdfCanvas Open()
    {
        if (opened)
            throw new InvalidOperationException("A form has one content stream.");
        opened = true;
        return new(writer, resources, Height, null, Write);
    }

    private void Write(ByteWriter content)
    {
        using var entries = new ByteWriter(256);
        entries.Raw("/Type/XObject/Subtype/Form/BBox[0 0 "u8).Numbers(Width, Height).Raw("]"u8);
        resources.Write(entries);
        if (resources.HasTransparency)
            entries.Raw("/Group<</S/Transparency/CS/DeviceRGB>>"u8);
        writer.Objects.AddStream(Number, entries.Written, content.Written);
    }
}
