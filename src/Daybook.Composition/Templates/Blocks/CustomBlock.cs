namespace Daybook.Composition;

/// <summary>What a script makes of data.</summary>
public sealed record CustomBlock : TemplateBlock
{
    /// <summary>JavaScript.</summary>
    public required TemplateText Script { get; init; }

    /// <summary>Jinja over Markdown that prints an object result; null prints the result itself.</summary>
    public TemplateText? OutputTemplate { get; init; }

    public override T Accept<T>(TemplateBlockVisitor<T> visitor) => visitor.Visit(this);
}
