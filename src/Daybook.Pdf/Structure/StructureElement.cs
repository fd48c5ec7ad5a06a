using System.Collections.Immutable;

namespace Daybook.Pdf;

/// <summary>
/// A node of the structure tree, which says what the marks on the pages mean and in which order they are read.
/// </summary>
public sealed class StructureElement
{
    private readonly StructureTree tree;
    private readonly int parent;
    private Kid[]? kids = [];
    private int count;
    private RareAttributes? rare;

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

    public string? Title
    {
        get => rare?.Title;
        set => Rare.Title = value;
    }

    /// <summary>A language tag where it is not the document's.</summary>
    public string? Language
    {
        get => rare?.Language;
        set => Rare.Language = value;
    }

    public TableScope? Scope { get; set; }

    public int ColumnSpan { get; set; } = 1;

    public int RowSpan { get; set; } = 1;

    /// <summary>The header cells of a data cell, where scope does not say it.</summary>
    public ImmutableArray<StructureElement> Headers
    {
        get => rare?.Headers ?? [];
        set => Rare.Headers = value;
    }

    public ListNumbering? ListNumbering
    {
        get => rare?.ListNumbering;
        set => Rare.ListNumbering = value;
    }

    /// <summary>The box of a figure or table on its page.</summary>
    public PdfRectangle? BBox
    {
        get => rare?.BBox;
        set => Rare.BBox = value;
    }

    public Placement? Placement
    {
        get => rare?.Placement;
        set => Rare.Placement = value;
    }

    /// <summary>The element's object in the file.</summary>
    internal int Number { get; }

    private RareAttributes Rare => rare ??= new();

    /// <summary>Adds an element after what this one has already.</summary>
    /// <exception cref="InvalidOperationException">The element was completed.</exception>
    public StructureElement Add(StructureType type)
    {
        var element = new StructureElement(tree, type, Number);
        Add(new Kid(KidKind.Element, element.Number, 0, element));
        return element;
    }

    /// <summary>
    /// Says that nothing will be added to the element or what is in it; they are written and forgotten. Long tables complete their rows.
    /// </summary>
    public void Complete()
    {
        if (kids is null)
            return;
        var own = kids.AsSpan(0, count);
        foreach (var kid in own)
            kid.Element?.Complete();
        tree.Write(this, parent, own);
        kids = null;
    }

    internal void AddMark(int page, int mark) => Add(new Kid(KidKind.Mark, mark, page, null));

    internal void AddAnnotation(int page, int annotation) => Add(new Kid(KidKind.Annotation, annotation, page, null));

    private void Add(in Kid kid)
    {
        if (kids is null)
            throw new InvalidOperationException($"The element {Type} was completed.");
        // Most elements have one mark and nothing else.
        if (count == kids.Length)
            Array.Resize(ref kids, count > 0 ? Math.Max(4, count * 2) : kid.Kind == KidKind.Mark ? 1 : 4);
        kids[count++] = kid;
    }

    /// <param name="Value">The number of an element or annotation, or that of marked content.</param>
    /// <param name="Page">The object of the page it is on; 0 for elements.</param>
    internal readonly record struct Kid(KidKind Kind, int Value, int Page, StructureElement? Element);

    internal enum KidKind : byte
    {
        Element,
        Mark,
        Annotation,
    }

    /// <summary>What few elements have. Apart, because a report has ten thousands of elements: the cells of its tables.</summary>
    private sealed class RareAttributes
    {
        public string? Title { get; set; }

        public string? Language { get; set; }

        public ImmutableArray<StructureElement> Headers { get; set; } = [];

        public ListNumbering? ListNumbering { get; set; }

        public PdfRectangle? BBox { get; set; }

        public Placement? Placement { get; set; }
    }
}
