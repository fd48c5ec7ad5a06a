using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>A heading inside a section.</summary>
/// <param name="Level">1 to 6, as written in the text; exporters place it below the section title.</param>
public sealed record Heading(int Level, ImmutableArray<Inline> Inlines) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
