namespace Daybook.Pdf;

/// <summary>
/// A content stream of a page or form. The origin is the top left corner, y grows downwards, the unit is the point. Dispose it to end it.
/// Marks on a page belong to a structure element (<see cref="Mark"/>) or are an artifact (<see cref="MarkArtifact"/>).
/// </summary>
public sealed partial class PdfCanvas : IDisposable
{
    private readonly PdfWriter writer;
    private readonly Resources resources;
    private readonly ByteWriter content = new(8192);
    private readonly Stack<ContentState> states = new();
    private readonly Action<ByteWriter> finished;
    private readonly MarkStack? marks;
    private ContentState state;
    private bool disposed;

    /// <param name="marks">Null for a form: what it holds is part of the marked content that draws it.</param>
    internal PdfCanvas(PdfWriter writer, Resources resources, double height, MarkStack? marks, Action<ByteWriter> finished)
    {
        (this.writer, this.resources, this.marks, this.finished) = (writer, resources, marks, finished);
        writer.OpenCanvases++;
        state = ContentState.At(new(1, 0, 0, -1, 0, height));
        content.Raw("q 1 0 0 -1 0 "u8).Number(height).Raw(" cm\n"u8);
    }

    /// <summary>Everything drawn until the result is disposed is the element's. An element marked inside another interrupts it.</summary>
    public IDisposable Mark(StructureElement element) => Marks().Begin(content, element);

    /// <inheritdoc cref="Mark"/>
    public IDisposable MarkArtifact(ArtifactKind kind) => Marks().Begin(content, kind);

    /// <summary>Ends the stream, and marks and states that are still open.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        writer.OpenCanvases--;
        marks?.End(content);
        while (states.Count > 0)
            Restore();
        content.Raw("Q\n"u8);
        finished(content);
        content.Dispose();
    }

    public void Save()
    {
        states.Push(state);
        content.Raw("q\n"u8);
    }

    public void Restore()
    {
        state = states.Pop();
        content.Raw("Q\n"u8);
    }

    public void Translate(double x, double y) => Transform(1, 0, 0, 1, x, y);

    public void Scale(double x, double y) => Transform(x, 0, 0, y, 0, 0);

    /// <summary>Turns what follows about the origin, with the clock.</summary>
    public void Rotate(double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        Transform(cosine, sine, -sine, cosine, 0, 0);
    }

    /// <summary>x' = ax + cy + e, y' = bx + dy + f, before all transforms so far.</summary>
    public void Transform(double a, double b, double c, double d, double e, double f)
    {
        var matrix = new Matrix(a, b, c, d, e, f);
        state.Matrix = matrix.Then(state.Matrix);
        matrix.Write(content);
        content.Raw("cm\n"u8);
    }

    public void SetFill(PdfColor color, double opacity = 1)
    {
        if (state.Fill != color)
        {
            WriteColor(color);
            content.Raw("rg\n"u8);
            state.Fill = color;
        }

        SetOpacity(opacity, state.StrokeOpacity);
    }

    public void SetFill(PdfGradient gradient, double opacity = 1)
    {
        var (name, number) = writer.AddPattern(gradient, state.Matrix);
        resources.AddPattern(name, number);
        content.Raw("/Pattern cs"u8).Name(name).Raw(" scn\n"u8);
        state.Fill = null;
        SetOpacity(opacity, state.StrokeOpacity);
    }

    /// <param name="width">In points.</param>
    /// <param name="dash">Lengths of dashes and gaps in turn; empty for a line without gaps.</param>
    public void SetStroke(
        PdfColor color, double width, ReadOnlySpan<double> dash = default, LineCap cap = LineCap.Butt, LineJoin join = LineJoin.Miter,
        double opacity = 1)
    {
        if (state.Stroke != color)
        {
            WriteColor(color);
            content.Raw("RG "u8);
            state.Stroke = color;
        }

        content.Number(width).Raw(" w "u8).Number((int)cap).Raw(" J "u8).Number((int)join).Raw(" j ["u8).Numbers(dash).Raw("] 0 d\n"u8);
        SetOpacity(state.FillOpacity, opacity);
    }

    private MarkStack Marks() => marks ?? throw new InvalidOperationException("A form has no marked content of its own.");

    private void WriteColor(PdfColor color) => PdfGradient.Components(content, color);

    private void SetOpacity(double fill, double stroke)
    {
        if (state.FillOpacity == fill && state.StrokeOpacity == stroke)
            return;
        var (name, number) = writer.AddOpacity(fill, stroke);
        resources.AddState(name, number);
        resources.HasTransparency |= fill < 1 || stroke < 1;
        content.Name(name).Raw(" gs\n"u8);
        (state.FillOpacity, state.StrokeOpacity) = (fill, stroke);
    }

    /// <summary>Must precede everything that leaves a mark.</summary>
    internal void Paint()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        marks?.Paint(content);
    }
}
