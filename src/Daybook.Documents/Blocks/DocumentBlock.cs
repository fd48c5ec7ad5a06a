using System.Text.Json.Serialization;

namespace Daybook.Documents;

/// <summary>A block-level node. The set is closed: a new kind does not compile until every visitor handles it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "node")]
[JsonDerivedType(typeof(Section), "section")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Chart), "chart")]
[JsonDerivedType(typeof(MetricCards), "metric_cards")]
[JsonDerivedType(typeof(Callout), "callout")]
[JsonDerivedType(typeof(CodeBlock), "code")]
[JsonDerivedType(typeof(Quote), "quote")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(Divider), "divider")]
[JsonDerivedType(typeof(PageBreak), "page_break")]
public abstract record DocumentBlock
{
    private protected DocumentBlock()
    {
    }

    public abstract void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context);
}
