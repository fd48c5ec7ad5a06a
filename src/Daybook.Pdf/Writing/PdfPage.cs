namespace Daybook.Pdf;

/// <summary>A page, in points. It may be drawn on until the file is saved.</summary>
public sealed class PdfPage
{
    private readonly PdfWriter writer;
    private readonly List<int> contents = [];
    private readonly List<int> annotations = [];
    private readonly Resources resources = new();
    private readonly int parentsKey;
    private readonly List<int> owners;

    internal PdfPage(PdfWriter writer, double width, double height)
    {
        (this.writer, Width, Height) = (writer, width, height);
        Number = writer.Objects.Reserve();
        (parentsKey, owners) = writer.Tree.AddParents();
    }

    /// <summary>Its place in the document, from 0; a page inserted before it moves it.</summary>
    public int Index { get; internal set; }

    public double Width { get; }

    public double Height { get; }

    internal int Number { get; }

    /// <summary>Begins a further content stream, drawn over those begun before.</summary>
    public PdfCanvas Open()
    {
        var number = writer.Objects.Reserve();
        contents.Add(number);
        return new(writer, resources, Height, new(Number, owners), content => writer.Objects.AddStream(number, default, content.Written));
    }

    /// <summary>Makes a rectangle a link.</summary>
    /// <param name="link">The element of type <see cref="StructureType.Link"/> that has the link's text.</param>
    /// <param name="contents">Where the link leads, in words.</param>
    public void AddLink(double left, double top, double width, double height, PdfTarget target, StructureElement link, string contents)
    {
        using var body = new ByteWriter(256);
        body.Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P"u8).Reference(Number).Raw("/Rect["u8)
            .Numbers(left, Height - top - height, left + width, Height - top).Raw("]/Contents"u8).Text(contents)
            .Raw("/StructParent "u8).Number(writer.Tree.AddParent(link));
        switch (target)
        {
            case PdfTarget.Web(var address):
                body.Raw("/A<</S/URI/URI"u8).Literal(UriText.Ascii(address)).Raw(">>"u8);
                break;
            case PdfTarget.Named(var destination):
                writer.Destinations.Use(destination);
                body.Raw("/Dest"u8).Text(destination);
                break;
        }

        var number = writer.Objects.Add(body.Raw(">>"u8).Written);
        annotations.Add(number);
        link.AddAnnotation(Number, number);
    }

    /// <summary>Names a place of the page; where a name is set twice the first stays.</summary>
    public void SetDestination(string name, double top) => writer.Destinations.Set(name, Number, Height - top);

    internal void Write(int pages)
    {
        using var body = new ByteWriter(512);
        body.Raw("<</Type/Page/Parent"u8).Reference(pages).Raw("/MediaBox[0 0 "u8).Numbers(Width, Height).Raw("]/StructParents "u8)
            .Number(parentsKey).Raw("/Tabs/S"u8);
        resources.Write(body);
        if (resources.HasTransparency)
            body.Raw("/Group<</S/Transparency/CS/DeviceRGB>>"u8);
        WriteReferences(body, "/Contents["u8, contents);
        WriteReferences(body, "/Annots["u8, annotations);
        writer.Objects.Add(Number, body.Raw(">>"u8).Written);
    }

    private static void WriteReferences(ByteWriter body, ReadOnlySpan<byte> start, List<int> numbers)
    {
        if (numbers.Count == 0)
            return;
        body.Raw(start);
        foreach (var number in numbers)
            body.Reference(number);
        body.Raw("]"u8);
    }
}
