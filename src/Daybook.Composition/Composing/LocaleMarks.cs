using System.Collections.Immutable;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Tells every table, chart and card in which locale it writes its numbers and dates. The values stay what they are.</summary>
internal sealed class LocaleMarks(string tag) : BlockVisitor<ImmutableArray<DocumentBlock>.Builder>
{
    public static ImmutableArray<Section> Of(ImmutableArray<Section> sections, DocumentLocale locale) => [.. new LocaleMarks(locale.Tag).Marked([.. sections]).Cast<Section>()];

    public override void Visit(Section section, ImmutableArray<DocumentBlock>.Builder context) => context.Add(section with { Blocks = Marked(section.Blocks) });

    public override void Visit(Heading heading, ImmutableArray<DocumentBlock>.Builder context) => context.Add(heading);

    public override void Visit(Paragraph paragraph, ImmutableArray<DocumentBlock>.Builder context) => context.Add(paragraph);

    public override void Visit(ListBlock list, ImmutableArray<DocumentBlock>.Builder context) => context.Add(list with { Items = [.. list.Items.Select(item => item with { Blocks = Marked(item.Blocks) })] });

    public override void Visit(Table table, ImmutableArray<DocumentBlock>.Builder context) => context.Add(table with { Columns = [.. table.Columns.Select(column => column with { Locale = tag })] });

    public override void Visit(Chart chart, ImmutableArray<DocumentBlock>.Builder context) => context.Add(chart with { Options = chart.Options with { Locale = tag } });

    public override void Visit(MetricCards cards, ImmutableArray<DocumentBlock>.Builder context) => context.Add(new MetricCards([.. cards.Cards.Select(card => card with { Locale = tag })]));

    public override void Visit(Callout callout, ImmutableArray<DocumentBlock>.Builder context) => context.Add(callout with { Blocks = Marked(callout.Blocks) });

    public override void Visit(CodeBlock code, ImmutableArray<DocumentBlock>.Builder context) => context.Add(code);

    public override void Visit(Quote quote, ImmutableArray<DocumentBlock>.Builder context) => context.Add(quote with { Blocks = Marked(quote.Blocks) });

    public override void Visit(Image image, ImmutableArray<DocumentBlock>.Builder context) => context.Add(image);

    public override void Visit(Divider divider, ImmutableArray<DocumentBlock>.Builder context) => context.Add(divider);

    public override void Visit(PageBreak pageBreak, ImmutableArray<DocumentBlock>.Builder context) => context.Add(pageBreak);

    private ImmutableArray<DocumentBlock> Marked(ImmutableArray<DocumentBlock> blocks)
    {
        var marked = ImmutableArray.CreateBuilder<DocumentBlock>(blocks.Length);
        VisitAll(blocks, marked);
        return marked.DrainToImmutable();
    }
}
