using Daybook.Documents;

namespace Daybook.Export;

/// <summary>Metric cards as a table, for formats without cards.</summary>
internal static class CardTable
{
    public static Table Of(MetricCards cards)
    {
        var rows = cards.Cards.Select(card => new TableRow(
        [
            Text(card.Label), Text(CardText.Value(card)), Text(CardText.Change(card)), Text(card.Note ?? ""),
        ]));
        return new Table(
        [
            new TableColumn("metric", "Metric", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true },
            new TableColumn("value", "Value", CellType.Text, ColumnAlignment.Right),
            new TableColumn("change", "Change", CellType.Text, ColumnAlignment.Right),
            new TableColumn("note", "Note", CellType.Text, ColumnAlignment.Left),
        ], [.. rows]);
    }

    private static TextCell Text(string text) => new([new TextInline(text)]);
}
