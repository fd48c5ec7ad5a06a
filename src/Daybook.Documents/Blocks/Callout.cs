using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <summary>A boxed remark; its severity is shown as colour and as a word.</summary>
/// <param name="Title">Plain text after the severity word; null shows the word alone.</param>
public sealed record Callout(Severity Severity, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title, ImmutableArray<DocumentBlock> Blocks) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
