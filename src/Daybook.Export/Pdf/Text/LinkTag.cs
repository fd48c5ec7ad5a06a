using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Marks the spans of one link.</summary>
/// <param name="target">Where it leads.</param>
/// <param name="contents">Where it leads, in words for readers who do not see it.</param>
internal sealed class LinkTag(PdfTarget target, string contents)
{
    public PdfTarget Target => target;

    public string Contents => contents;

    /// <summary>Made where the link is first drawn, so that it stands between the texts before and behind it.</summary>
    public StructureElement? Element { get; set; }
}
