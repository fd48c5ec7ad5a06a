using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Objects;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Examining;

/// <summary>Which structure element holds a marked-content sequence or an object.</summary>
internal sealed class TagIndex
{
    private readonly Dictionary<(int Page, int Stream, int Mcid), TaggedElement> contents = [];
    private readonly Dictionary<PdfDictionary, TaggedElement> objects = [];

    public TagIndex(TagTree? tree)
    {
        foreach (var element in tree?.Elements ?? [])
        {
            foreach (var content in element.Contents)
            {
                if (content.Mcid is { } mcid)
                    contents.TryAdd((content.PageNumber, content.StreamNumber, mcid), element);
                else if (content.Object is { } held)
                    objects.TryAdd(held, element);
            }
        }
    }

    public TaggedElement? Element(PdfDictionary held) => objects.GetValueOrDefault(held);

    /// <param name="pageNumber">The object number of the page.</param>
    public TaggedElement? Element(int pageNumber, int streamNumber, int mcid) => contents.GetValueOrDefault((pageNumber, streamNumber, mcid));

    /// <summary>The element that holds the innermost sequence that one holds; null for content that is not tagged.</summary>
    public TaggedElement? Element(ContentPlace place, MarkedContent? marked)
    {
        for (; marked is not null; marked = marked.Parent)
        {
            if (marked.Mcid is { } mcid && Element(place.Page.ObjectNumber, marked.StreamNumber, mcid) is { } element)
                return element;
        }

        return null;
    }
}
