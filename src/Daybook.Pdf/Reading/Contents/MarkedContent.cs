using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>A marked-content sequence and those around it (ISO 32000-1, 14.6).</summary>
/// <param name="Properties">Empty where it has none.</param>
/// <param name="StreamNumber">The form XObject it stands in; 0 in the contents of the page itself.</param>
/// <param name="StreamDictionary">The dictionary of the page or the form XObject.</param>
internal sealed record MarkedContent(string Tag, PdfDictionary Properties, MarkedContent? Parent, int StreamNumber, PdfDictionary StreamDictionary)
{
    /// <summary>The link to the structure tree; null where there is none.</summary>
    public int? Mcid => Properties.Integer("MCID") is >= 0 and <= int.MaxValue and var id ? (int)id : null;

    public bool IsArtifact => Tag == "Artifact";

    /// <summary>This sequence and those around it, from the inside out.</summary>
    public IEnumerable<MarkedContent> WithAncestors
    {
        get
        {
            for (var content = this; content is not null; content = content.Parent)
                yield return content;
        }
    }
}
