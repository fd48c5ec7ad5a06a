using Daybook.Documents;

namespace Daybook.Export;

/// <summary>How many digits a number has behind the point; 0 for everything that is no number with a fraction.</summary>
internal sealed class FractionDigits : CellVisitor<int>
{
    private static readonly FractionDigits Visitor = new();

    /// <summary>The most fraction digits of any cell in a column that leaves each value its own; 0 where the column fixes them.</summary>
    public static int Widest(Table table, int column)
    {
        if (table.Columns[column] is { Decimals: not null } or { Type: not (CellType.Decimal or CellType.Percent or CellType.Money) })
            return 0;
        var widest = 0;
        foreach (var row in table.Rows)
        {
            if (column < row.Cells.Length)
                widest = Math.Max(widest, row.Cells[column].Accept(Visitor));
        }

        return table.Totals is { } totals && column < totals.Cells.Length ? Math.Max(widest, totals.Cells[column].Accept(Visitor)) : widest;
    }

    public override int Visit(TextCell cell) => 0;

    public override int Visit(IntegerCell cell) => 0;

    public override int Visit(DecimalCell cell) => cell.Value.Scale;

    public override int Visit(PercentCell cell) => cell.Value.Scale;

    public override int Visit(MoneyCell cell) => cell.Amount.Scale;

    public override int Visit(DateCell cell) => 0;

    public override int Visit(DateTimeCell cell) => 0;

    public override int Visit(BooleanCell cell) => 0;

    public override int Visit(SeverityCell cell) => 0;

    public override int Visit(EmptyCell cell) => 0;
}
