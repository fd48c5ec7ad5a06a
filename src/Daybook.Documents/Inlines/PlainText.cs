using System.Collections.Immutable;
using System.Text;

namespace Daybook.Documents;

/// <summary>What a reader sees of inlines, without their form.</summary>
public sealed class PlainText : InlineVisitor<StringBuilder>
{
    private static readonly PlainText Visitor = new();

    public static string Of(ImmutableArray<Inline> inlines)
    {
        if (inlines is [TextInline only])
            return only.Text;
        var text = new StringBuilder();
        Visitor.VisitAll(inlines, text);
        return text.ToString();
    }

    public override void Visit(TextInline textInline, StringBuilder context) => context.Append(textInline.Text);

    public override void Visit(Strong strong, StringBuilder context) => VisitAll(strong.Inlines, context);

    public override void Visit(Emphasis emphasis, StringBuilder context) => VisitAll(emphasis.Inlines, context);

    public override void Visit(Strikethrough strikethrough, StringBuilder context) => VisitAll(strikethrough.Inlines, context);

    public override void Visit(CodeSpan codeSpan, StringBuilder context) => context.Append(codeSpan.Text);

    public override void Visit(Link link, StringBuilder context) => VisitAll(link.Inlines, context);

    public override void Visit(SeverityBadge severityBadge, StringBuilder context) => context.Append(SeverityWords.Word(severityBadge.Severity));

    public override void Visit(LineBreak lineBreak, StringBuilder context) => context.Append('\n');
}
