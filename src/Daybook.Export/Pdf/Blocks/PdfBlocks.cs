using Daybook.Documents;

namespace Daybook.Export.Pdf;

/// <summary>Lays out blocks one after the other; the context says where.</summary>
internal sealed class PdfBlocks : BlockVisitor<BlockPlace>
{
    private readonly PdfSetting _setting;
    private readonly PdfTexts _texts;
    private readonly PdfBoxes _boxes;
    private readonly PdfLists _lists;
    private readonly PdfSections _sections;
    private int _tables;
    private int _charts;

    public PdfBlocks(PdfSetting setting, PdfContents contents)
    {
        _setting = setting;
        _texts = new PdfTexts(setting);
        _boxes = new PdfBoxes(setting, (block, place) => block.Accept(this, place));
        _lists = new PdfLists(setting, (block, place) => block.Accept(this, place));
        _sections = new PdfSections(setting, contents, _boxes);
    }

    public override void Visit(Section section, BlockPlace context) => _sections.Add(section, context, place => VisitAll(section.Blocks, place));

    public override void Visit(Heading heading, BlockPlace context) => _texts.Heading(heading, context);

    public override void Visit(Paragraph paragraph, BlockPlace context) => _texts.Paragraph(paragraph, context);

    public override void Visit(ListBlock list, BlockPlace context) => _lists.Add(list, context);

    public override void Visit(Table table, BlockPlace context) => new PdfTable(_setting).Add(table, context, $"Table {++_tables}");

    public override void Visit(Chart chart, BlockPlace context) => new PdfChart(_setting, _boxes).Add(chart, context, ++_charts);

    public override void Visit(MetricCards cards, BlockPlace context) => new PdfCards(_setting).Add(cards, context);

    public override void Visit(Callout callout, BlockPlace context) => _boxes.Callout(callout, context);

    public override void Visit(CodeBlock code, BlockPlace context) => _boxes.Code(code, context);

    public override void Visit(Quote quote, BlockPlace context) => _boxes.Quote(quote, context);

    public override void Visit(Image image, BlockPlace context) => new PdfPictures(_setting, _boxes).Add(image, context);

    public override void Visit(Divider divider, BlockPlace context) =>
        _setting.Filler.Add(new RuleItem(context.Left, context.Width, ThemeColor.Rule, 0.6, 1) { Frame = context.Frame, SpaceBefore = 12, SpaceAfter = 12 });

    /// <summary>A box cannot be broken off by its author; elsewhere the page ends.</summary>
    public override void Visit(PageBreak pageBreak, BlockPlace context)
    {
        if (context.Frame is null)
            _setting.Filler.Break();
    }
}
