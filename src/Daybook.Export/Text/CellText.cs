using System.Globalization;
using Daybook.Documents;

namespace Daybook.Export;

/// <summary>A cell as plain text, the same in every format: <c>1,234</c>, <c>12.5%</c>, <c>EUR 1,234.50</c>, <c>2026-05-04</c>, <c>Critical</c>.</summary>
/// <param name="decimals">Digits after the decimal point; null keeps the digits of the value.</param>
internal sealed class CellText(int? decimals) : CellVisitor<string>
{
    /// <summary>Stands in a table for a value that was not measured.</summary>
    public const string NoValue = "–";

    public static string Of(Cell cell, TableColumn column) => cell.Accept(new CellText(column.Decimals));

    public static string Of(Cell cell) => cell.Accept(new CellText(null));

    public override string Visit(TextCell cell) => PlainText.Of(cell.Inlines);

    public override string Visit(IntegerCell cell) => cell.Value.ToString("N0", CultureInfo.InvariantCulture);

    public override string Visit(DecimalCell cell) => Number(cell.Value);

    public override string Visit(PercentCell cell) => Number(cell.Value) + "%";

    public override string Visit(MoneyCell cell) => $"{cell.Currency} {Number(cell.Amount)}";

    public override string Visit(DateCell cell) => cell.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string Visit(DateTimeCell cell) => InstantText.Of(cell.Value);

    public override string Visit(BooleanCell cell) => cell.Value ? "Yes" : "No";

    public override string Visit(SeverityCell cell) => SeverityWords.Word(cell.Value);

    public override string Visit(EmptyCell cell) => NoValue;

    private string Number(decimal value) => value.ToString("N" + (decimals ?? value.Scale), CultureInfo.InvariantCulture);
}
