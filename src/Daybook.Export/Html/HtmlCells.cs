using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Writes the content of one cell.</summary>
/// <param name="column">The column the cell stands in; null on a metric card.</param>
internal sealed class HtmlCells(HtmlWriter writer, HtmlInlines inlines, TableColumn? column) : CellVisitor<HtmlWriter>
{
    /// <summary>Of a metric card; a column has its own.</summary>
    public string? Locale { get; init; }

    /// <summary>The most fraction digits in the column where each value keeps its own: shorter ones are padded, so that the points line up.</summary>
    public int AlignedDecimals { get; init; }

    public override HtmlWriter Visit(TextCell cell)
    {
        inlines.VisitAll(cell.Inlines, writer);
        return writer;
    }

    public override HtmlWriter Visit(IntegerCell cell) => Padded(CellText(cell), 0);

    public override HtmlWriter Visit(DecimalCell cell) => Padded(CellText(cell), cell.Value.Scale);

    public override HtmlWriter Visit(PercentCell cell) => Padded(CellText(cell).AsSpan()[..^1], cell.Value.Scale).Raw("%"u8);

    public override HtmlWriter Visit(MoneyCell cell) => Padded(CellText(cell), cell.Amount.Scale);

    public override HtmlWriter Visit(DateCell cell) =>
        writer.Raw("<time>"u8).Raw(CellText(cell)).Raw("</time>"u8);

    public override HtmlWriter Visit(DateTimeCell cell) =>
        writer.Raw("<time"u8).Attribute("datetime"u8, cell.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
            .Raw(">"u8).Raw(CellText(cell)).Raw("</time>"u8);

    public override HtmlWriter Visit(BooleanCell cell) => writer.Raw(CellText(cell));

    public override HtmlWriter Visit(SeverityCell cell)
    {
        HtmlSeverity.Badge(cell.Value, writer);
        return writer;
    }

    public override HtmlWriter Visit(EmptyCell cell) =>
        writer.Raw("<span class=\"none\"><span aria-hidden=\"true\">–</span><span class=\"sr\">not measured</span></span>"u8);

    private string CellText(Cell cell) => column is null ? Export.CellText.Of(new MetricCard("", cell) { Locale = Locale }) : Export.CellText.Of(cell, column);

    private HtmlWriter Padded(ReadOnlySpan<char> number, int decimals)
    {
        writer.Text(number);
        if (decimals >= AlignedDecimals)
            return writer;
        if (decimals == 0)
            writer.Raw("\u2008"u8); // as wide as the point
        for (var i = decimals; i < AlignedDecimals; i++)
            writer.Raw("\u2007"u8); // as wide as a digit
        return writer;
    }
}
