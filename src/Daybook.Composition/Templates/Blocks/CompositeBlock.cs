using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Blocks under one title; at most <see cref="MaxDepth"/> deep.</summary>
public sealed record CompositeBlock : TemplateBlock
{
    public const int MaxDepth = 3;

    /// <summary>In the order they are rendered.</summary>
    public required ImmutableArray<TemplateBlock> SubBlocks { get; init; }

    public override T Accept<T>(TemplateBlockVisitor<T> visitor) => visitor.Visit(this);
}
