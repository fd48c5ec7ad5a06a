namespace Daybook.Documents;

/// <summary>The inline half of <see cref="NodeCounter"/>.</summary>
internal sealed class InlineCounter(NodeCounter nodes) : InlineVisitor<int>
{
    public override void Visit(TextInline textInline, int context) => nodes.Count(context);

    public override void Visit(Strong strong, int context) => nodes.Inlines(strong.Inlines, context);

    public override void Visit(Emphasis emphasis, int context) => nodes.Inlines(emphasis.Inlines, context);

    public override void Visit(Strikethrough strikethrough, int context) => nodes.Inlines(strikethrough.Inlines, context);

    public override void Visit(CodeSpan codeSpan, int context) => nodes.Count(context);

    public override void Visit(Link link, int context) => nodes.Inlines(link.Inlines, context);

    public override void Visit(SeverityBadge severityBadge, int context) => nodes.Count(context);

    public override void Visit(LineBreak lineBreak, int context) => nodes.Count(context);
}
