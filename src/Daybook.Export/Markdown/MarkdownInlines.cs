using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Writes inlines as GitHub Flavored Markdown.</summary>
/// <param name="oneLine">True inside table cells and headings, where a line break becomes <c>&lt;br&gt;</c>.</param>
/// <param name="inTable">True inside table cells, where a pipe is escaped, in code as well.</param>
internal sealed class MarkdownInlines(bool oneLine, bool inTable) : InlineVisitor<MarkdownRun>
{
    private static readonly MarkdownInlines Flow = new(false, false);
    private static readonly MarkdownInlines Line = new(true, false);
    private static readonly MarkdownInlines Cell = new(true, true);

    /// <summary>Text of a paragraph; may hold line breaks.</summary>
    public static string OfFlow(ImmutableArray<Inline> inlines) => Of(inlines, Flow);

    /// <summary>Text of a heading or a label: always one line.</summary>
    public static string OfLine(ImmutableArray<Inline> inlines) => Of(inlines, Line);

    public static string OfLine(string text) => OfLine([new TextInline(text)]);

    public static string OfCell(ImmutableArray<Inline> inlines) => Of(inlines, Cell);

    public override void Visit(TextInline textInline, MarkdownRun context) => context.Text(textInline.Text);

    public override void Visit(Strong strong, MarkdownRun context) => context.Delimited("**", run => VisitAll(strong.Inlines, run));

    public override void Visit(Emphasis emphasis, MarkdownRun context) => context.Delimited("_", run => VisitAll(emphasis.Inlines, run));

    public override void Visit(Strikethrough strikethrough, MarkdownRun context) =>
        context.Delimited("~~", run => VisitAll(strikethrough.Inlines, run));

    public override void Visit(CodeSpan codeSpan, MarkdownRun context)
    {
        var text = codeSpan.Text.ReplaceLineEndings(" ");
        if (inTable)
            text = text.Replace("|", "\\|", StringComparison.Ordinal);
        var fence = new string('`', MarkdownText.LongestRun(text, '`') + 1);
        var pad = text.Length == 0 || text[0] is '`' or ' ' || text[^1] is '`' or ' ' ? " " : "";
        context.Raw(fence + pad + text + pad + fence);
    }

    public override void Visit(Link link, MarkdownRun context)
    {
        context.Raw("[");
        VisitAll(link.Inlines, context);
        context.Raw($"]({MarkdownText.LinkTarget(link.Target)})");
    }

    public override void Visit(SeverityBadge severityBadge, MarkdownRun context) =>
        context.Delimited("**", run => run.Text(SeverityWords.Word(severityBadge.Severity)));

    public override void Visit(LineBreak lineBreak, MarkdownRun context)
    {
        context.ProtectEnd();
        context.Raw(oneLine ? "<br>" : "\\\n");
    }

    private static string Of(ImmutableArray<Inline> inlines, MarkdownInlines writer)
    {
        var run = writer.NewRun();
        writer.VisitAll(inlines, run);
        return run.Finish();
    }

    private MarkdownRun NewRun() => new(oneLine, inTable);
}
