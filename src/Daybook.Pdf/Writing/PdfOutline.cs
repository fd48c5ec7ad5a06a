namespace Daybook.Pdf;

/// <summary>The bookmarks of a document.</summary>
public sealed class PdfOutline
{
    private readonly Destinations destinations;
    private readonly List<PdfOutlineItem> items = [];

    internal PdfOutline(Destinations destinations) => this.destinations = destinations;

    internal bool Any => items.Count > 0;

    /// <param name="destination">A place named by <see cref="PdfPage.SetDestination"/>, before or after.</param>
    /// <param name="parent">The bookmark it stands under; null for the top.</param>
    public PdfOutlineItem Add(string title, string destination, PdfOutlineItem? parent = null)
    {
        destinations.Use(destination);
        var item = new PdfOutlineItem(title, destination);
        (parent?.Items ?? items).Add(item);
        return item;
    }

    /// <summary>Returns the number of the root.</summary>
    internal int Write(ObjectWriter objects)
    {
        var root = objects.Reserve();
        using var body = new ByteWriter();
        var (first, last) = WriteItems(objects, body, items, root);
        body.Clear();
        objects.Add(root, body.Raw("<</Type/Outlines/First"u8).Reference(first).Raw("/Last"u8).Reference(last)
            .Raw("/Count "u8).Number(items.Count).Raw(">>"u8).Written);
        return root;
    }

    private static (int First, int Last) WriteItems(ObjectWriter objects, ByteWriter body, List<PdfOutlineItem> items, int parent)
    {
        var numbers = items.ConvertAll(_ => objects.Reserve());
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            (int First, int Last)? below = item.Items.Count == 0 ? null : WriteItems(objects, body, item.Items, numbers[i]);
            body.Clear();
            body.Raw("<</Title"u8).Text(item.Title).Raw("/Parent"u8).Reference(parent).Raw("/Dest"u8).Text(item.Destination);
            if (i > 0)
                body.Raw("/Prev"u8).Reference(numbers[i - 1]);
            if (i + 1 < items.Count)
                body.Raw("/Next"u8).Reference(numbers[i + 1]);
            // A negative count: the bookmarks below are folded away.
            if (below is { } range)
                body.Raw("/First"u8).Reference(range.First).Raw("/Last"u8).Reference(range.Last).Raw("/Count "u8).Number(-item.Items.Count);
            objects.Add(numbers[i], body.Raw(">>"u8).Written);
        }

        return (numbers[0], numbers[^1]);
    }
}
