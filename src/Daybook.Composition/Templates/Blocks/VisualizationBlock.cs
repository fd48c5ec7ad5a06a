namespace Daybook.Composition;

public sealed record VisualizationBlock : TemplateBlock
{
    public required VisualizationConfig Config { get; init; }

    public override T Accept<T>(TemplateBlockVisitor<T> visitor) => visitor.Visit(this);
}
