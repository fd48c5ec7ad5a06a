namespace Daybook.Pdf;

/// <summary>
/// The marked content of a content stream. It begins with the first thing drawn, so that nothing empty is marked, and what is opened
/// inside another interrupts it: marked content is never nested.
/// </summary>
internal sealed class MarkStack(int page, List<int> owners)
{
    private readonly List<Scope> open = [];
    private Scope? written;

    public IDisposable Begin(ByteWriter content, StructureElement element) => Begin(new(this, content, element, default));

    public IDisposable Begin(ByteWriter content, ArtifactKind kind) => Begin(new(this, content, null, kind));

    /// <summary>Writes the beginning of what is open, where that has not been done.</summary>
    /// <exception cref="InvalidOperationException">Nothing is open.</exception>
    public void Paint(ByteWriter content)
    {
        if (written is not null)
            return;
        if (open.Count == 0)
            throw new InvalidOperationException("What is drawn on a page must be marked as part of the structure or as an artifact.");
        written = open[^1];
        if (written.Element is { } element)
        {
            element.AddMark(page, owners.Count);
            content.Raw(element.Type.Name()).Raw("<</MCID "u8).Number(owners.Count).Raw(">>BDC\n"u8);
            owners.Add(element.Number);
            return;
        }

        content.Raw(written.Artifact switch
        {
            ArtifactKind.Header => "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"u8,
            ArtifactKind.Footer => "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC\n"u8,
            ArtifactKind.Watermark => "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n"u8,
            ArtifactKind.Layout => "/Artifact<</Type/Layout>>BDC\n"u8,
            ArtifactKind.Background => "/Artifact<</Type/Background>>BDC\n"u8,
            _ => throw new InvalidOperationException($"There is no artifact {written.Artifact}."),
        });
    }

    /// <summary>
    /// Interrupts the element's marked content by some with its own text. Not nested: not every reader finds its way out of that.
    /// </summary>
    public void BeginActualText(ByteWriter content, string text)
    {
        if (open.Count == 0 || open[^1].Element is not { } element)
        {
            Paint(content);
            return;
        }

        Interrupt(content);
        element.AddMark(page, owners.Count);
        content.Raw("/Span<</MCID "u8).Number(owners.Count).Raw("/ActualText"u8).Text(text).Raw(">>BDC\n"u8);
        owners.Add(element.Number);
        written = open[^1];
    }

    public void EndActualText(ByteWriter content)
    {
        if (open[^1].Element is not null)
            Interrupt(content);
        else
            Paint(content);
    }

    /// <summary>Ends what is written; the stream ends.</summary>
    public void End(ByteWriter content)
    {
        Interrupt(content);
        open.Clear();
    }

    private Scope Begin(Scope scope)
    {
        Interrupt(scope.Content);
        open.Add(scope);
        return scope;
    }

    private void Interrupt(ByteWriter content)
    {
        if (written is not null)
            content.Raw("EMC\n"u8);
        written = null;
    }

    private sealed class Scope(MarkStack stack, ByteWriter content, StructureElement? element, ArtifactKind artifact) : IDisposable
    {
        public ByteWriter Content => content;

        public StructureElement? Element => element;

        public ArtifactKind Artifact => artifact;

        public void Dispose()
        {
            if (stack.open.Count == 0 || stack.open[^1] != this)
                return;
            stack.Interrupt(content);
            stack.open.RemoveAt(stack.open.Count - 1);
        }
    }
}
