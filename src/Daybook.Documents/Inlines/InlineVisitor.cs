using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>Handles every kind of inline; <typeparamref name="TContext"/> carries what the visit writes to.</summary>
public abstract class InlineVisitor<TContext>
{
    public abstract void Visit(TextInline textInline, TContext context);

    public abstract void Visit(Strong strong, TContext context);

    public abstract void Visit(Emphasis emphasis, TContext context);

    public abstract void Visit(Strikethrough strikethrough, TContext context);

    public abstract void Visit(CodeSpan codeSpan, TContext context);

    public abstract void Visit(Link link, TContext context);

    public abstract void Visit(SeverityBadge severityBadge, TContext context);

    public abstract void Visit(LineBreak lineBreak, TContext context);

    public void VisitAll(ImmutableArray<Inline> inlines, TContext context)
    {
        foreach (var inline in inlines)
            inline.Accept(this, context);
    }
}
