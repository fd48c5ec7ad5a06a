namespace Daybook.Jinja.Execution;

/// <summary>One run of a recursive loop.</summary>
/// <param name="Depth">0 for the outermost.</param>
internal sealed record RecursiveRun(RecursiveLoop Loop, Frame Outer, int Depth)
{
    public object RenderInner(object? items) => Loop.Render(Outer, items, Depth + 1);
}
