using System.Globalization;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Collects the titled sections as they are laid out: for bookmarks and the table of contents.</summary>
internal sealed class PdfContents(PdfOutline outline)
{
    private const int LongestBookmark = 250;

    private readonly List<ContentsEntry> _entries = [];
    private readonly Stack<(PdfOutlineItem Bookmark, int Number)> _open = new();
    private int _next = 1;

    public IReadOnlyList<ContentsEntry> Entries => _entries;

    /// <param name="level">The level of the section's title; 2 for sections of the report.</param>
    public void Open(Section section, string anchor, int level)
    {
        var title = VisibleText.Plain(section.Title!);
        var parent = _open.TryPeek(out var above) ? above.Bookmark : null;
        var bookmark = outline.Add(VisibleText.Cut(title, LongestBookmark), anchor, parent);
        _open.Push((bookmark, _next));
        var number = string.Concat(_open.Reverse().Select(open => open.Number.ToString(CultureInfo.InvariantCulture) + "."));
        _entries.Add(new ContentsEntry(number, title, anchor, _open.Count - 1, section.Status));
        _next = 1;
    }

    public void Close() => _next = _open.Pop().Number + 1;

    /// <summary>Takes note of the page on which a section begins.</summary>
    public void Reached(string anchor, PdfPage page)
    {
        foreach (var entry in _entries)
        {
            if (entry.Anchor == anchor)
                entry.Page ??= page;
        }
    }
}
