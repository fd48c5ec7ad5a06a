namespace Daybook.Composition;

/// <summary>Where a block stands: among the template's own blocks or inside composite blocks.</summary>
/// <param name="Prefix">What comes before the id in the rendered id: empty, or the composite's rendered id and an underscore.</param>
/// <param name="Depth">How many composite blocks are around it.</param>
/// <param name="RenderedIds">Every rendered id of the template so far, with its place.</param>
internal sealed record BlockScope(string Prefix, int Depth, Dictionary<string, SourceLocation> RenderedIds)
{
    public static BlockScope Template() => new("", 0, new(StringComparer.Ordinal));

    public BlockScope Inside(string id) => this with { Prefix = $"{Prefix}{id}_", Depth = Depth + 1 };
}
