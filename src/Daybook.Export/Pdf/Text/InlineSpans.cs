using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Turns inlines into spans of styled text.</summary>
internal sealed class InlineSpans(PdfStyles styles, Anchors anchors) : InlineVisitor<InlineStyle>
{
    /// <summary>Code beside text of the same size looks larger than it.</summary>
    private const double CodeSize = 0.9;

    private readonly List<TextSpan> _spans = [];

    public List<TextSpan> Of(ImmutableArray<Inline> inlines, TextStyle style, ThemeColor color)
    {
        _spans.Clear();
        VisitAll(inlines, new InlineStyle(style, styles[color]));
        return _spans;
    }

    public override void Visit(TextInline textInline, InlineStyle context) => VisibleText.Add(_spans, textInline.Text, context.Span(textInline.Text), styles);

    public override void Visit(Strong strong, InlineStyle context) => VisitAll(strong.Inlines, context with { Style = context.Style with { Bold = true } });

    public override void Visit(Emphasis emphasis, InlineStyle context) => VisitAll(emphasis.Inlines, context with { Style = context.Style with { Italic = true } });

    public override void Visit(Strikethrough strikethrough, InlineStyle context) => VisitAll(strikethrough.Inlines, context with { Strikethrough = true });

    public override void Visit(CodeSpan codeSpan, InlineStyle context)
    {
        var code = styles.Mono(context.Style.Size * CodeSize) with { Bold = context.Style.Bold };
        VisibleText.Add(_spans, codeSpan.Text, context.Span(codeSpan.Text) with { Style = code, Background = styles[ThemeColor.Surface] }, styles);
    }

    public override void Visit(Link link, InlineStyle context)
    {
        if (context.Link is not null || LinkTarget.Checked(link.Target, anchors) is not { } target)
        {
            VisitAll(link.Inlines, context);
            return;
        }

        var tag = target[0] == '#' ? new LinkTag(new PdfTarget.Named(target[1..]), "Section " + target[1..]) : new LinkTag(new PdfTarget.Web(target), target);
        VisitAll(link.Inlines, context with { Link = tag, Color = styles[ThemeColor.Link] });
    }

    public override void Visit(SeverityBadge severityBadge, InlineStyle context) => _spans.Add(styles.Badge(severityBadge.Severity, context.Style));

    public override void Visit(LineBreak lineBreak, InlineStyle context) => _spans.Add(context.Span("\n"));
}
