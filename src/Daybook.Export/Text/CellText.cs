using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>A cell as plain text, the same in every format: <c>1,234</c>, <c>12.5%</c>, <c>EUR 1,234.50</c>, <c>2026-05-04</c>, <c>Critical</c>.</summary>
/// <param name="decimals">Digits after the decimal point; null keeps the digits of the value.</param>
/// <param name="locale">Writes numbers and dates; null writes them as above.</param>
internal sealed class CellText(int? decimals, DocumentLocale? locale) : CellVisitor<string>
{
    /// <summary>Stands in a table for a value that was not measured.</summary>
    public const string NoValue = "–";

    public static string Of(Cell cell, TableColumn column) => cell.Accept(new CellText(column.Decimals, DocumentLocale.Find(column.Locale)));

    /// <summary>The value of a card, without its unit.</summary>
    public static string Of(MetricCard card) => card.Value.Accept(new CellText(null, DocumentLocale.Find(card.Locale)));

    public override string Visit(TextCell cell) => PlainText.Of(cell.Inlines);

    public override string Visit(IntegerCell cell) => Localized(cell.Value.ToString("N0", CultureInfo.InvariantCulture));

    public override string Visit(DecimalCell cell) => Number(cell.Value);

    public override string Visit(PercentCell cell) => Number(cell.Value) + "%";

    public override string Visit(MoneyCell cell) => $"{cell.Currency} {Number(cell.Amount)}";

    public override string Visit(DateCell cell) => DateText.Numeric(cell.Value, locale);

    public override string Visit(DateTimeCell cell) => InstantText.Of(cell.Value, locale);

    public override string Visit(BooleanCell cell) => cell.Value ? "Yes" : "No";

    public override string Visit(SeverityCell cell) => SeverityWords.Word(cell.Value);

    public override string Visit(EmptyCell cell) => NoValue;

    private string Number(decimal value) => Localized(value.ToString("N" + (decimals ?? value.Scale), CultureInfo.InvariantCulture));

    private string Localized(string number) => locale?.Number(number) ?? number;
}
