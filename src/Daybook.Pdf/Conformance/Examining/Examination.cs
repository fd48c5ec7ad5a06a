using System.Xml;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.Pdf.Conformance.Examining;

/// <summary>A file with everything conditions ask about, each part read once and only when asked for.</summary>
internal sealed class Examination(PdfFile file)
{
    private readonly Lazy<TagTree?> tree = new(() => TagTree.Read(file));
    private readonly Lazy<(Xmp? Packet, string? Fault)> metadata = new(() => ReadMetadata(file));
    private readonly Lazy<FileObjects> objects = new(() => new FileObjects(file));
    private TagIndex? tags;
    private ContentSurvey? survey;
    private Dictionary<int, int>? pages;

    public PdfFile File => file;

    public PdfDictionary Catalog => file.Catalog;

    /// <summary>Null where the file is not tagged.</summary>
    public TagTree? Tree => tree.Value;

    public IEnumerable<TaggedElement> Elements => Tree?.Elements ?? [];

    /// <summary>Null where there is none or it cannot be read.</summary>
    public Xmp? Metadata => metadata.Value.Packet;

    /// <summary>Why the metadata cannot be read; null where it can or there is none.</summary>
    public string? MetadataFault => metadata.Value.Fault;

    public FileObjects Objects => objects.Value;

    public TagIndex Tags => tags ??= new TagIndex(Tree);

    public ContentSurvey Survey => survey ??= Walk();

    public IEnumerable<(FilePage Page, PdfDictionary Annotation)> Annotations =>
        file.Pages.SelectMany(page => page.Annotations.Select(annotation => (page, annotation)));

    public string? CatalogLanguage => Catalog.Text("Lang") is { Length: > 0 } language ? language : null;

    /// <summary>The page that an element begins on, from 1; null where nothing tells.</summary>
    public int? PageOf(TaggedElement element) => PageOf(element.PageNumber);

    /// <param name="objectNumber">That of the page.</param>
    public int? PageOf(int objectNumber)
    {
        pages ??= file.Pages.DistinctBy(page => page.ObjectNumber).ToDictionary(page => page.ObjectNumber, page => page.Number);
        return pages.TryGetValue(objectNumber, out var number) ? number : null;
    }

    public string? LanguageOf(TaggedElement element) =>
        element.Ancestors.Prepend(element).Select(each => each.Language).FirstOrDefault(language => !string.IsNullOrEmpty(language)) ?? CatalogLanguage;

    private static (Xmp?, string?) ReadMetadata(PdfFile file)
    {
        if (file.Catalog.Stream("Metadata") is not { } stream)
            return (null, null);
        try
        {
            return (Xmp.Read(file.Decode(stream).Data), null);
        }
        catch (XmlException damage)
        {
            return (null, damage.Message);
        }
    }

    private ContentSurvey Walk()
    {
        var walked = new ContentSurvey(this);
        var walker = new ContentWalker(file, new FontCache(file), walked);
        foreach (var page in file.Pages)
            walker.Walk(page);
        return walked;
    }
}
