namespace Daybook.Pdf;

/// <summary>A bookmark.</summary>
public sealed class PdfOutlineItem
{
    internal PdfOutlineItem(string title, string destination) => (Title, Destination) = (title, destination);

    public string Title { get; }

    public string Destination { get; }

    internal List<PdfOutlineItem> Items { get; } = [];
}
