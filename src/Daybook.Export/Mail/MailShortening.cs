using System.Collections.Immutable;
using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export.Mail;

/// <summary>Makes blocks short enough for a mail: text up to a sum, the beginning of long tables, one chart; what is left out is said.</summary>
/// <param name="room">Roughly in bytes of HTML, for all blocks together.</param>
/// <param name="chart">The chart that is drawn; others are said in words.</param>
internal sealed class MailShortening(int room, Chart? chart) : BlockVisitor<ImmutableArray<DocumentBlock>.Builder>
{
    private const int MostCards = 6;
    private const int MostRows = 8;
    private const int MostColumns = 5;
    private const int MostLines = 12;
    private const int BlockCost = 150;
    private const int CellCost = 160;

    private readonly InlineShortening _inlines = new(room);

    public bool IsCut => _inlines.IsFull;

    public ImmutableArray<DocumentBlock> Shorten(ImmutableArray<DocumentBlock> blocks)
    {
        var kept = ImmutableArray.CreateBuilder<DocumentBlock>();
        foreach (var block in blocks)
        {
            if (_inlines.IsFull)
                break;
            _inlines.Spend(BlockCost);
            block.Accept(this, kept);
        }

        return kept.ToImmutable();
    }

    /// <summary>What a section shows; what a model wrote is marked as in every format.</summary>
    public ImmutableArray<DocumentBlock> ShortenContent(Section section) =>
        AnalysisRemark.Of(section) is { } remark ? Shorten(section.Blocks).Insert(0, Remark(remark)) : Shorten(section.Blocks);

    public override void Visit(Section section, ImmutableArray<DocumentBlock>.Builder context)
    {
        if (section.Title is { Length: > 0 } title)
            context.Add(new Heading(3, [new TextInline(MailContent.Line(title, MailContent.LongestTitle))]));
        if (section.Status == SectionStatus.Ok)
            context.AddRange(ShortenContent(section));
        else
            context.Add(Remark(section.Status == SectionStatus.Failed ? $"This section could not be made: {MailContent.ReasonOf(section)}" : $"No data: {MailContent.ReasonOf(section)}"));
    }

    public override void Visit(Heading heading, ImmutableArray<DocumentBlock>.Builder context) => context.Add(heading with { Inlines = _inlines.Shorten(heading.Inlines) });

    public override void Visit(Paragraph paragraph, ImmutableArray<DocumentBlock>.Builder context) => context.Add(new Paragraph(_inlines.Shorten(paragraph.Inlines)));

    public override void Visit(ListBlock list, ImmutableArray<DocumentBlock>.Builder context)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (var item in list.Items)
        {
            if (_inlines.IsFull)
                break;
            items.Add(item with { Blocks = Shorten(item.Blocks) });
        }

        context.Add(list with { Items = items.ToImmutable() });
    }

    public override void Visit(Table table, ImmutableArray<DocumentBlock>.Builder context)
    {
        if (table.Rows.IsEmpty)
        {
            context.Add(Remark(table.Caption is { Length: > 0 } caption ? $"{MailContent.Line(caption, MailContent.LongestTitle)}: no rows." : "A table without rows."));
            return;
        }

        var rows = ImmutableArray.CreateBuilder<TableRow>();
        foreach (var row in table.Rows.Take(MostRows))
        {
            if (_inlines.IsFull)
                break;
            rows.Add(Shorten(row));
        }

        var all = (long)table.Rows.Length + table.OmittedRows;
        context.Add(table with
        {
            Caption = table.Caption is { } text ? MailContent.Line(text, MailContent.LongestTitle) : null,
            Columns = [.. table.Columns.Take(MostColumns).Select(column => column with { Title = MailContent.Line(column.Title, 60) })],
            Rows = rows.ToImmutable(),
            Totals = table.Totals is { } totals ? Shorten(totals) : null,
            OmittedRows = 0,
        });
        var missing = new[]
        {
            rows.Count < all ? string.Create(CultureInfo.InvariantCulture, $"{rows.Count} of {all:N0} rows") : null,
            table.Columns.Length > MostColumns ? $"{MostColumns} of {table.Columns.Length} columns" : null,
        }.OfType<string>().ToList();
        if (missing.Count > 0)
            context.Add(Remark($"Shown: {string.Join(" and ", missing)}."));
    }

    public override void Visit(Chart other, ImmutableArray<DocumentBlock>.Builder context)
    {
        if (ReferenceEquals(other, chart))
            context.Add(other);
        else
            context.Add(new Paragraph(_inlines.Shorten([new Strong([new TextInline(other.Title is { Length: > 0 } title ? title : "Chart")]), new TextInline(": " + other.AltText)])));
    }

    public override void Visit(MetricCards cards, ImmutableArray<DocumentBlock>.Builder context)
    {
        if (cards.Cards.IsEmpty)
            return;
        _inlines.Spend(CellCost * Math.Min(cards.Cards.Length, MostCards) * 3);
        context.Add(new MetricCards([.. cards.Cards.Take(MostCards).Select(Shorten)]));
        if (cards.Cards.Length > MostCards)
            context.Add(Remark(cards.Cards.Length == MostCards + 1 ? "One more figure is in the report." : $"{cards.Cards.Length - MostCards} more figures are in the report."));
    }

    public override void Visit(Callout callout, ImmutableArray<DocumentBlock>.Builder context) =>
        context.Add(new Callout(callout.Severity, callout.Title is { } title ? MailContent.Line(title, MailContent.LongestTitle) : null, Shorten(callout.Blocks)));

    public override void Visit(CodeBlock code, ImmutableArray<DocumentBlock>.Builder context)
    {
        var lines = code.Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var text = _inlines.Take(string.Join('\n', lines.Take(MostLines)));
        context.Add(code with { Text = text });
        if (lines.Length > MostLines)
            context.Add(Remark(string.Create(CultureInfo.InvariantCulture, $"Shown: {MostLines} of {lines.Length:N0} lines.")));
    }

    public override void Visit(Quote quote, ImmutableArray<DocumentBlock>.Builder context) => context.Add(new Quote(Shorten(quote.Blocks)));

    public override void Visit(Image image, ImmutableArray<DocumentBlock>.Builder context) => context.Add(Remark($"Picture in the report: {MailContent.Line(image.AltText, MailContent.LongestReason)}"));

    public override void Visit(Divider divider, ImmutableArray<DocumentBlock>.Builder context) => context.Add(divider);

    public override void Visit(PageBreak pageBreak, ImmutableArray<DocumentBlock>.Builder context)
    {
    }

    private static Paragraph Remark(string text) => new([new Emphasis([new TextInline(text)])]);

    private static MetricCard Shorten(MetricCard card) => card with
    {
        Label = MailContent.Line(card.Label, 80),
        Value = card.Value is TextCell text ? new TextCell([new TextInline(MailContent.Line(PlainText.Of(text.Inlines), 60))]) : card.Value,
        Unit = card.Unit is { } unit ? MailContent.Line(unit, 20) : null,
        Change = card.Change is { } change ? MailContent.Line(change, 60) : null,
        Note = card.Note is { } note ? MailContent.Line(note, 120) : null,
    };

    private TableRow Shorten(TableRow row)
    {
        _inlines.Spend(CellCost * Math.Min(row.Cells.Length, MostColumns));
        return new TableRow([.. row.Cells.Take(MostColumns).Select(cell => cell is TextCell text ? new TextCell(_inlines.Shorten(text.Inlines)) : cell)]);
    }
}
