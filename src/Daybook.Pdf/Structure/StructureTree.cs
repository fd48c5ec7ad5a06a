namespace Daybook.Pdf;

/// <summary>The structure tree of a file: elements are written when they are complete, the rest at the end.</summary>
internal sealed class StructureTree(ObjectWriter objects) : IDisposable
{
    private readonly int root = objects.Reserve();
    private readonly SortedDictionary<string, int> identified = new(StringComparer.Ordinal);
    private readonly List<(int Key, List<int> Elements, bool Array)> parents = [];
    private readonly ByteWriter body = new();
    private bool hasAsides;

    public int Root => root;

    public int Reserve() => objects.Reserve();

    public StructureElement AddRoot(StructureType type) => new(this, type, root);

    /// <summary>The list of the elements that own the marked content of a page, by its number. Its key is the page's StructParents.</summary>
    public (int Key, List<int> Elements) AddParents()
    {
        var elements = new List<int>();
        parents.Add((parents.Count, elements, true));
        return (parents.Count - 1, elements);
    }

    /// <summary>Notes the element that owns an annotation. Returns its StructParent.</summary>
    public int AddParent(StructureElement element)
    {
        parents.Add((parents.Count, [element.Number], false));
        return parents.Count - 1;
    }

    public void Write(StructureElement element, int parent, ReadOnlySpan<StructureElement.Kid> kids)
    {
        body.Clear();
        hasAsides |= element.Type == StructureType.Aside;
        body.Raw("<</S"u8).Raw(element.Type.Name()).Raw("/P"u8).Reference(parent);
        var page = FirstPage(kids);
        if (page != 0)
            body.Raw("/Pg"u8).Reference(page);
        WriteKids(kids, page);
        if (element.Alt is { } alt)
            body.Raw("/Alt"u8).Text(alt);
        if (element.ActualText is { } actual)
            body.Raw("/ActualText"u8).Text(actual);
        if (element.Title is { } title)
            body.Raw("/T"u8).Text(title);
        if (element.Language is { } language)
            body.Raw("/Lang"u8).Text(language);
        if (element.Type is StructureType.Note or StructureType.TH)
        {
            var id = Id(element);
            identified[id] = element.Number;
            body.Raw("/ID"u8).Text(id);
        }

        WriteAttributes(element);
        objects.Add(element.Number, body.Raw(">>"u8).Written);
    }

    /// <summary>Writes what is left, and the root.</summary>
    public void Finish(StructureElement document)
    {
        document.Complete();
        body.Clear();
        body.Raw("<</Nums["u8);
        foreach (var (key, elements, array) in parents)
        {
            body.Number(key);
            if (array)
                body.Raw("["u8);
            foreach (var element in elements)
                body.Reference(element);
            body.Raw(array ? "]"u8 : " "u8);
        }

        var parentTree = objects.Add(body.Raw("]>>"u8).Written);
        body.Clear();
        body.Raw("<</Type/StructTreeRoot/K["u8).Reference(document.Number).Raw("]/ParentTree"u8).Reference(parentTree)
            .Raw("/ParentTreeNextKey "u8).Number(parents.Count);
        if (hasAsides)
            body.Raw("/RoleMap<</Aside/Div>>"u8);
        if (identified.Count > 0)
        {
            body.Raw("/IDTree<</Names["u8);
            foreach (var (id, number) in identified)
                body.Text(id).Reference(number);
            body.Raw("]>>"u8);
        }

        objects.Add(root, body.Raw(">>"u8).Written);
    }

    public void Dispose() => body.Dispose();

    /// <summary>The page of the first mark or annotation; 0 where there is none.</summary>
    private static int FirstPage(ReadOnlySpan<StructureElement.Kid> kids)
    {
        foreach (var kid in kids)
        {
            if (kid.Kind != StructureElement.KidKind.Element)
                return kid.Page;
        }

        return 0;
    }

    private void WriteKids(ReadOnlySpan<StructureElement.Kid> kids, int page)
    {
        if (kids.IsEmpty)
            return;
        body.Raw("/K["u8);
        foreach (var kid in kids)
        {
            switch (kid.Kind)
            {
                case StructureElement.KidKind.Element:
                    body.Reference(kid.Value);
                    break;
                case StructureElement.KidKind.Mark when kid.Page == page:
                    body.Byte((byte)' ').Number(kid.Value);
                    break;
                case StructureElement.KidKind.Mark:
                    body.Raw("<</Type/MCR/Pg"u8).Reference(kid.Page).Raw("/MCID "u8).Number(kid.Value).Raw(">>"u8);
                    break;
                case StructureElement.KidKind.Annotation:
                    body.Raw("<</Type/OBJR/Pg"u8).Reference(kid.Page).Raw("/Obj"u8).Reference(kid.Value).Raw(">>"u8);
                    break;
            }
        }

        body.Raw("]"u8);
    }

    private void WriteAttributes(StructureElement element)
    {
        var table = element.Scope is not null || element.ColumnSpan > 1 || element.RowSpan > 1 || element.Headers.Length > 0;
        var layout = element.BBox is not null || element.Placement is not null;
        if (!table && !layout && element.ListNumbering is null)
            return;
        body.Raw("/A["u8);
        if (table)
        {
            body.Raw("<</O/Table"u8);
            if (element.Scope is { } scope)
                body.Raw("/Scope"u8).Name(scope.ToString());
            if (element.ColumnSpan > 1)
                body.Raw("/ColSpan "u8).Number(element.ColumnSpan);
            if (element.RowSpan > 1)
                body.Raw("/RowSpan "u8).Number(element.RowSpan);
            if (element.Headers.Length > 0)
            {
                body.Raw("/Headers["u8);
                foreach (var header in element.Headers)
                    body.Text(Id(header));
                body.Raw("]"u8);
            }

            body.Raw(">>"u8);
        }

        if (element.ListNumbering is { } numbering)
            body.Raw("<</O/List/ListNumbering"u8).Name(numbering.ToString()).Raw(">>"u8);
        if (layout)
        {
            body.Raw("<</O/Layout"u8);
            if (element.Placement is { } placement)
                body.Raw("/Placement"u8).Name(placement.ToString());
            if (element.BBox is { } box)
                body.Raw("/BBox["u8).Numbers(box.Left, box.Bottom, box.Right, box.Top).Raw("]"u8);
            body.Raw(">>"u8);
        }

        body.Raw("]"u8);
    }

    private static string Id(StructureElement element) => $"e{element.Number}";
}
