using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>A structure element (ISO 32000-1, 14.7.2).</summary>
/// <param name="type">As the file names it.</param>
/// <param name="standardType">What the role map makes of it; null where it leads to no standard type.</param>
internal sealed class TaggedElement(PdfDictionary dictionary, TaggedElement? parent, string type, string? standardType, PdfDictionary? classes)
{
    private readonly List<TaggedElement> children = [];
    private readonly List<TaggedContent> contents = [];

    public PdfDictionary Dictionary => dictionary;

    public int ObjectNumber => dictionary.ObjectNumber;

    public TaggedElement? Parent => parent;

    public string Type => type;

    public string? StandardType => standardType;

    public IReadOnlyList<TaggedElement> Children => children;

    public IReadOnlyList<TaggedContent> Contents => contents;

    public string? Alt => dictionary.Text("Alt");

    public string? ActualText => dictionary.Text("ActualText");

    public string? Expansion => dictionary.Text("E");

    public string? Language => dictionary.Text("Lang");

    public string? Id => dictionary.Bytes("ID") is { } id ? Convert.ToHexString(id) : null;

    public IEnumerable<TaggedElement> Ancestors
    {
        get
        {
            for (var element = parent; element is not null; element = element.Parent)
                yield return element;
        }
    }

    /// <summary>This element and all below it, in reading order.</summary>
    public IEnumerable<TaggedElement> Subtree
    {
        get
        {
            var open = new Stack<TaggedElement>([this]);
            while (open.TryPop(out var element))
            {
                yield return element;
                for (var i = element.Children.Count - 1; i >= 0; i--)
                    open.Push(element.Children[i]);
            }
        }
    }

    /// <summary>The number of the page it begins on; 0 where nothing tells.</summary>
    public int PageNumber => dictionary.Dictionary("Pg")?.ObjectNumber
        ?? Subtree.SelectMany(element => element.contents).Select(content => content.PageNumber).FirstOrDefault(number => number > 0);

    public void Add(TaggedElement child) => children.Add(child);

    public void Add(TaggedContent content) => contents.Add(content);

    /// <summary>An attribute of the element or of its classes; null where it has none.</summary>
    public PdfObject? Attribute(string name)
    {
        var own = dictionary.OneOrMany("A").OfType<PdfDictionary>();
        var ofClasses = dictionary.OneOrMany("C").OfType<PdfName>().SelectMany(name => classes?.OneOrMany(name.Value).OfType<PdfDictionary>() ?? []);
        return own.Concat(ofClasses).Select(attributes => attributes[name]).FirstOrDefault(value => value is not null);
    }
}
