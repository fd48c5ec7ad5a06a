using System.Collections.Immutable;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Structure;

/// <summary>The structure tree of a tagged file.</summary>
internal sealed class TagTree
{
    private const int MaxDepth = 500;

    private readonly PdfFile file;
    private readonly HashSet<PdfDictionary> seen = [];
    private readonly PdfDictionary? classes;

    private TagTree(PdfFile file, PdfDictionary root)
    {
        this.file = file;
        Root = root;
        Roles = new RoleMap(root.Dictionary("RoleMap"));
        classes = root.Dictionary("ClassMap");
        ParentTree = NumberTree.Read(file, root.Dictionary("ParentTree"));
    }

    public PdfDictionary Root { get; }

    public RoleMap Roles { get; }

    /// <summary>From the StructParents and StructParent numbers of pages, form XObjects and annotations to elements.</summary>
    public IReadOnlyDictionary<long, PdfObject> ParentTree { get; }

    /// <summary>The elements directly below the root.</summary>
    public ImmutableArray<TaggedElement> Top { get; private set; } = [];

    /// <summary>All elements in reading order.</summary>
    public IEnumerable<TaggedElement> Elements => Top.SelectMany(element => element.Subtree);

    /// <returns>Null where the file has none.</returns>
    public static TagTree? Read(PdfFile file)
    {
        if (file.Catalog.Dictionary("StructTreeRoot") is not { } root)
            return null;
        var tree = new TagTree(file, root);
        tree.Top = [.. root.OneOrMany("K").OfType<PdfDictionary>().Select(kid => tree.ReadElement(kid, null, 0, 0)).OfType<TaggedElement>()];
        return tree;
    }

    private TaggedElement? ReadElement(PdfDictionary dictionary, TaggedElement? parent, int page, int depth)
    {
        if (depth > MaxDepth || !seen.Add(dictionary))
        {
            file.Report("The structure tree contains an element twice or is too deep; what is beyond was not read.", dictionary.ObjectNumber);
            return null;
        }

        var type = dictionary.Name("S") ?? "";
        var element = new TaggedElement(dictionary, parent, type, Roles.Standard(type), classes);
        var ownPage = dictionary.Dictionary("Pg")?.ObjectNumber ?? page;
        foreach (var kid in dictionary.OneOrMany("K"))
        {
            switch (kid)
            {
                case PdfInteger mcid:
                    element.Add(new TaggedContent(ownPage, 0, (int)mcid.Value, null));
                    break;
                case PdfDictionary reference when reference.Name("Type") is "MCR":
                    element.Add(new TaggedContent(reference.Dictionary("Pg")?.ObjectNumber ?? ownPage, (reference.Raw("Stm") as PdfReference)?.Number ?? 0, (int?)reference.Integer("MCID") ?? -1, null));
                    break;
                case PdfDictionary reference when reference.Name("Type") is "OBJR":
                    element.Add(new TaggedContent(reference.Dictionary("Pg")?.ObjectNumber ?? ownPage, 0, null, reference.Dictionary("Obj")));
                    break;
                case PdfDictionary child:
                    if (ReadElement(child, element, ownPage, depth + 1) is { } read)
                        element.Add(read);
                    break;
            }
        }

        return element;
    }
}
