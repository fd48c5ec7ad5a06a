using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <param name="Language">The word after the fence, such as <c>json</c>; null when none was given.</param>
public sealed record CodeBlock([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Language, string Text) : DocumentBlock
{
    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
