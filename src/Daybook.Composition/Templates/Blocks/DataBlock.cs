namespace Daybook.Composition;

/// <summary>Text and tables from data; without a template, the data itself as a readable table.</summary>
public sealed record DataBlock : TemplateBlock
{
    /// <summary>A table made straight from rows; null when the block has a template or shows its data as it is.</summary>
    public TableConfig? Table { get; init; }

    public override T Accept<T>(TemplateBlockVisitor<T> visitor) => visitor.Visit(this);
}
