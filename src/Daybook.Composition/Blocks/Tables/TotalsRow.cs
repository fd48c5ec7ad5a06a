using System.Collections.Immutable;
using System.Numerics;
using Daybook.Documents;

namespace Daybook.Composition;

/// <summary>Sums counts and amounts over all rows, also those a limit leaves out. Rates are never summed or averaged.</summary>
internal static class TotalsRow
{
    public static TableRow Make(DatasetRows data, List<ColumnPick> picks, ImmutableArray<string> keys)
    {
        foreach (var key in keys)
        {
            var meant = picks.FindAll(pick => pick.Key == key);
            if (meant.Count == 0)
                throw new CompositionException(SectionCodes.BadTotal, $"The table has no column '{key}' to sum{NearMatch.End(key, picks.Select(other => other.Key))}");
            if (!meant.Exists(pick => pick.Cells.CanBeSummed))
                throw new CompositionException(SectionCodes.BadTotal, $"The column '{key}' cannot be summed: only counts, decimals and money have a meaningful sum, rates and texts do not.");
        }

        var sums = picks.Select(pick => keys.Contains(pick.Key) && pick.Cells.CanBeSummed ? Sum(data, pick) : null).ToList();
        var complete = sums.TrueForAll(sum => sum is not { IsComplete: false });
        var label = sums.FindIndex(sum => sum is null);
        return new TableRow([.. sums.Select((one, index) => one is { } sum ? sum.Cell : CellMaker.Text(index == label ? complete ? "Total" : "Total of measured values" : ""))]);
    }

    private static (Cell Cell, bool IsComplete)? Sum(DatasetRows data, ColumnPick pick)
    {
        var cells = data.Rows.Select(row => pick.Cells.Make(row[pick.Index])).ToList();
        var values = cells.Where(cell => cell is IntegerCell or DecimalCell or MoneyCell).ToList();
        try
        {
            return (SumOf(values), values.Count == cells.Count);
        }
        catch (OverflowException exception)
        {
            throw new CompositionException(SectionCodes.BadTotal, $"The sum of the column '{pick.Key}' has more digits than can be shown.", exception);
        }
    }

    private static Cell SumOf(List<Cell> values) => values switch
    {
        [] => new EmptyCell(),
        [IntegerCell, ..] => new IntegerCell(values.Cast<IntegerCell>().Aggregate(BigInteger.Zero, (total, cell) => total + cell.Value)),
        [DecimalCell, ..] => new DecimalCell(values.Cast<DecimalCell>().Sum(cell => cell.Value)),
        [MoneyCell money, ..] => new MoneyCell(values.Cast<MoneyCell>().Sum(cell => cell.Amount), money.Currency),
        _ => throw new ArgumentException($"a {values[0].GetType().Name} has no sum", nameof(values)),
    };
}
