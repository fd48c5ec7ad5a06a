using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Reports.Comparison;

/// <summary>The headline figures, the tables and the sections of a document, as a reader comes across them.</summary>
internal sealed class DocumentParts : BlockVisitor<Section>
{
    public OrderedDictionary<string, JsonElement> Cards { get; } = new(StringComparer.Ordinal);

    public OrderedDictionary<string, RowSet> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>By id; sections inside sections stand on their own.</summary>
    public OrderedDictionary<string, Section> Sections { get; } = new(StringComparer.Ordinal);

    public static DocumentParts Of(ReportDocument document)
    {
        var parts = new DocumentParts();
        foreach (var section in document.Sections)
            parts.Visit(section, section);
        return parts;
    }

    public override void Visit(Section section, Section context)
    {
        Sections[section.Id] = section;
        VisitAll(section.Blocks, section);
    }

    public override void Visit(Table table, Section context) => Tables[Free(Tables.Keys, context.Id)] = RowSet.Of(
        [.. table.Columns.Select(column => column.Title.Length > 0 ? column.Title : column.Key)],
        table.Rows.Select(row => row.Cells.Select(CellValue.Of)));

    public override void Visit(MetricCards cards, Section context)
    {
        foreach (var card in cards.Cards)
            Cards[Free(Cards.Keys, $"{context.Id}: {card.Label}")] = CellValue.Of(card.Value);
    }

    public override void Visit(ListBlock list, Section context)
    {
        foreach (var item in list.Items)
            VisitAll(item.Blocks, context);
    }

    public override void Visit(Callout callout, Section context) => VisitAll(callout.Blocks, context);

    public override void Visit(Quote quote, Section context) => VisitAll(quote.Blocks, context);

    public override void Visit(Heading heading, Section context)
    {
    }

    public override void Visit(Paragraph paragraph, Section context)
    {
    }

    public override void Visit(Chart chart, Section context)
    {
    }

    public override void Visit(CodeBlock code, Section context)
    {
    }

    public override void Visit(Image image, Section context)
    {
    }

    public override void Visit(Divider divider, Section context)
    {
    }

    public override void Visit(PageBreak pageBreak, Section context)
    {
    }

    /// <summary>The second of a name is <c>name #2</c>.</summary>
    private static string Free(ICollection<string> taken, string name) =>
        !taken.Contains(name) ? name : Enumerable.Range(2, taken.Count + 1).Select(number => $"{name} #{number}").First(candidate => !taken.Contains(candidate));
}
