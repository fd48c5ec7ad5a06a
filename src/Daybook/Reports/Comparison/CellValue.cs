using System.Globalization;
using System.Text.Json;
using Daybook.Documents;

namespace Daybook.Reports.Comparison;

/// <summary>A cell of the document as a plain value: numbers as numbers, everything else as a reader sees it.</summary>
internal sealed class CellValue : CellVisitor<JsonElement>
{
    private static readonly CellValue Visitor = new();

    public static JsonElement Of(Cell cell) => cell.Accept(Visitor);

    public override JsonElement Visit(TextCell cell) => Text(PlainText.Of(cell.Inlines));

    public override JsonElement Visit(IntegerCell cell) => JsonElement.Parse(cell.Value.ToString(CultureInfo.InvariantCulture));

    public override JsonElement Visit(DecimalCell cell) => JsonElement.Parse(cell.Value.ToString(CultureInfo.InvariantCulture));

    public override JsonElement Visit(PercentCell cell) => JsonElement.Parse(cell.Value.ToString(CultureInfo.InvariantCulture));

    public override JsonElement Visit(MoneyCell cell) => Text(string.Create(CultureInfo.InvariantCulture, $"{cell.Amount} {cell.Currency}"));

    public override JsonElement Visit(DateCell cell) => Text(cell.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override JsonElement Visit(DateTimeCell cell) => Text(cell.Value.ToString("O", CultureInfo.InvariantCulture));

    public override JsonElement Visit(BooleanCell cell) => JsonElement.Parse(cell.Value ? "true" : "false");

    public override JsonElement Visit(SeverityCell cell) => Text(SeverityWords.Word(cell.Value));

    public override JsonElement Visit(EmptyCell cell) => JsonElement.Parse("null");

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, ReportsJson.Default.String);
}
