using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>
/// A node of the structure tree, which says what the marks on the pages mean and in which order they are read.
/// </summary>
public sealed class StructureElement
{
    private readonly StructureTree tree;
    private readonly int parent;
    private List<Kid>? kids = [];

    internal StructureElement(StructureTree tree, StructureType type, int parent)
    {
        this.tree = tree;
        this.parent = parent;
        Type = type;
        Number = tree.Reserve();
    }

    public StructureType Type { get; }

    /// <summary>What a figure shows, in words.</summary>
    public string? Alt { get; set; }

    /// <summary>The exact text, where what is drawn does not give it.</summary>
    public string? ActualText { get; set; }

    public string? Title { get; set; }

    /// <summary>A language tag where it is not the document's.</summary>
    public string? Language { get; set; }

    public TableScope? Scope { get; set; }

    public int ColumnSpan { get; set; } = 1;

    public int RowSpan { get; set; } = 1;

    /// <summary>The header cells of a data cell, where scope does not say it.</summary>
    public ImmutableArray<StructureElement> Headers { get; set; } = [];

    public ListNumbering? ListNumbering { get; set; }

    /// <summary>The box of a figure or table on its page.</summary>
    public PdfRectangle? BBox { get; set; }

    public Placement? Placement { get; set; }

    /// <summary>The element's object in the file.</summary>
    internal int Number { get; }

    /// <summary>Adds an element after what this one has already.</summary>
    /// <exception cref="InvalidOperationException">The element was completed.</exception>
    public StructureElement Add(StructureType type)
    {
        var element = new StructureElement(tree, type, Number);
        Open().Add(new(KidKind.Element, element.Number, 0, element));
        return element;
    }

    /// <summary>
    /// Says that nothing will be added to the element or what is in it; they are written and forgotten. Long tables complete their rows.
    /// </summary>
    public void Complete()
    {
        if (kids is null)
            return;
        foreach (var kid in kids)
            kid.Element?.Complete();
        tree.Write(this, parent, kids);
        kids = null;
    }

    internal void AddMark(int page, int mark)
    {
        // Most elements have one mark and nothing else.
        if (Open() is { Count: 0 } own)
            own.Capacity = 1;
        Open().Add(new(KidKind.Mark, mark, page, null));
    }

    internal void AddAnnotation(int page, int annotation) => Open().Add(new(KidKind.Annotation, annotation, page, null));

    private List<Kid> Open() => kids ?? throw new InvalidOperationException($"The element {Type} was completed.");

    /// <param name="Value">The number of an element or annotation, or that of marked content.</param>
    /// <param name="Page">The object of the page it is on; 0 for elements.</param>
    internal readonly record struct Kid(KidKind Kind, int Value, int Page, StructureElement? Element);

    internal enum KidKind : byte
    {
        Element,
        Mark,
        Annotation,
    }
}
