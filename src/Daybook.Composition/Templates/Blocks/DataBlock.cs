namespace Daybook.Composition;

/// <summary>Text and tables from data; without a template, the data itself as a readable table.</summary>
public sealed record DataBlock : TemplateBlock
{
    public override T Accept<T>(TemplateBlockVisitor<T> visitor) => visitor.Visit(this);
}
