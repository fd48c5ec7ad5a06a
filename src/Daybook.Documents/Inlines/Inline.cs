using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <summary>A node inside a line of text. The set is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "node")]
[JsonDerivedType(typeof(TextInline), "text")]
[JsonDerivedType(typeof(Strong), "strong")]
[JsonDerivedType(typeof(Emphasis), "emphasis")]
[JsonDerivedType(typeof(Strikethrough), "strike")]
[JsonDerivedType(typeof(CodeSpan), "code")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(SeverityBadge), "severity_badge")]
[JsonDerivedType(typeof(LineBreak), "line_break")]
public abstract record Inline
{
    private protected Inline()
    {
    }

    public abstract void Accept<TContext>(InlineVisitor<TContext> visitor, TContext context);
}
