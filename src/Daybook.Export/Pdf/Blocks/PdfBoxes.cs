using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Blocks in a box: callouts, quotes, code, and the state of sections that could not be made.</summary>
internal sealed class PdfBoxes(PdfSetting setting, Action<DocumentBlock, BlockPlace> addBlock)
{
    private const double Inset = 14;

    private readonly PdfTexts _texts = new(setting);

    private PdfStyles Styles => setting.Styles;

    public void Callout(Callout callout, BlockPlace place)
    {
        var severity = callout.Severity;
        var style = new FrameStyle(ThemeColors.Tint(severity), ThemeColors.Solid(severity), 3);
        Box(place, StructureType.Div, style, inside =>
        {
            var title = new List<TextSpan> { Styles.Badge(severity, Styles.Body with { Size = Styles.Sizes.Text * 1.05 }) };
            if (callout.Title is { Length: > 0 } words)
                VisibleText.Add(title, " " + words, new TextSpan("", Styles.Body with { Bold = true }, Styles[ThemeColor.Ink]), Styles);
            _texts.Add(setting.Shaper.Lay(title, inside.Width, PdfTexts.Running), inside.Parent.Add(StructureType.P), inside, spaceAfter: 4, keep: !callout.Blocks.IsEmpty);
            Blocks(callout.Blocks, inside);
        });
    }

    public void Quote(Quote quote, BlockPlace place) =>
        Box(place with { Ink = ThemeColor.Muted }, StructureType.BlockQuote, new FrameStyle(null, ThemeColor.RuleStrong, 2), inside => Blocks(quote.Blocks, inside));

    public void Code(CodeBlock code, BlockPlace place) =>
        Box(place, StructureType.Div, new FrameStyle(ThemeColor.Surface, ThemeColor.RuleStrong, 2), inside =>
        {
            var spans = new List<TextSpan>();
            var like = new TextSpan("", Styles.Code, Styles[ThemeColor.Ink]);
            foreach (var line in code.Text.TrimEnd('\r', '\n').Split('\n'))
            {
                if (spans.Count > 0)
                    spans.Add(like with { Text = "\n" });
                VisibleText.Add(spans, line.TrimEnd('\r').Replace("\t", "    ", StringComparison.Ordinal), like, Styles);
            }

            var element = inside.Parent.Add(StructureType.Code);
            _texts.Add(setting.Shaper.Lay(spans, inside.Width, new TextLayoutOptions { LineHeight = 1.5, Direction = TextDirection.LeftToRight }), element, inside, spaceAfter: 0);
        });

    /// <summary>Why a section, or a picture, is not there.</summary>
    /// <param name="code">A stable word for the reason; null shows none.</param>
    public void State(string title, string reason, string? code, bool failed, BlockPlace place)
    {
        var style = failed
            ? new FrameStyle(ThemeColor.CriticalTint, ThemeColor.Critical, 3)
            : new FrameStyle(ThemeColor.Surface, ThemeColor.RuleStrong, 3) { Dashed = true };
        Box(place, StructureType.Div, style, inside =>
        {
            _texts.Line(title, Styles.Body with { Bold = true }, failed ? ThemeColor.CriticalText : ThemeColor.Ink, inside, 0, 3, keep: true);
            _texts.Paragraph(new Paragraph([new TextInline(reason)]), inside with { Ink = failed ? ThemeColor.Ink : ThemeColor.Muted }, spaceAfter: code is null ? 0 : 3, keep: code is not null);
            if (code is not null)
                _texts.Line("Code: " + code, Styles.Small, ThemeColor.Muted, inside, 0, 0, keep: false);
        });
    }

    private void Blocks(ImmutableArray<DocumentBlock> blocks, BlockPlace place)
    {
        foreach (var block in blocks)
            addBlock(block, place);
    }

    private void Box(BlockPlace place, StructureType type, FrameStyle style, Action<BlockPlace> fill)
    {
        var frame = new BlockFrame(place.Frame, place.Left, place.Width, style);
        var inset = style.Ground is null ? Inset - 2 : Inset;
        var inside = place with { Left = place.Left + inset, Width = place.Width - 2 * inset + (style.Ground is null ? inset : 0), Parent = place.Parent.Add(type), Frame = frame };
        var padding = style.Ground is null ? 2 : BlockFrame.Padding;
        setting.Filler.Add(new SpaceItem(padding) { Frame = frame, KeepWithNext = true, SpaceBefore = 8 });
        fill(inside);
        setting.Filler.Add(new SpaceItem(padding) { Frame = frame, MayHang = true, SpaceAfter = 11 });
    }
}
