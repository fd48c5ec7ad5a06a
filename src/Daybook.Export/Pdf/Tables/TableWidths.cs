using System.Collections.Immutable;

namespace Daybook.Export.Pdf;

/// <summary>The widths of a table's columns, how many lines its tallest row takes with them, about, and whether that is hard to read.</summary>
internal sealed record TableWidths(ImmutableArray<double> Widths, double Lines, bool IsCrushed)
{
    /// <summary>Widths at which long words of names and addresses are broken inside, in points.</summary>
    private static readonly double[] WordWidths = [double.MaxValue, 112, 84, 62];

    /// <summary>A column with broken words looks as bad as this many more lines.</summary>
    private const double BrokenWord = 0.8;

    /// <summary>Narrower columns hold two or three words a line.</summary>
    private const double Crushed = 84;

    private const double CrushedLines = 5;

    /// <summary>The widths that give the lowest rows; null where the columns do not fit without breaking what may not be broken.</summary>
    public static TableWidths? Best(IReadOnlyList<ColumnDemand> demands, double available)
    {
        TableWidths? best = null;
        foreach (var word in WordWidths)
        {
            var capped = demands.Select(demand => demand.MayBreak ? demand with { Least = Math.Min(demand.Least, word) } : demand).ToArray();
            if (ColumnWidths.Fit(capped, available) is not { } widths)
                continue;
            var lines = 1.0;
            var (broken, crushed) = (0, false);
            for (var i = 0; i < widths.Length; i++)
            {
                lines = Math.Max(lines, demands[i].Natural / widths[i]);
                if (widths[i] < demands[i].Least - 0.01)
                    broken++;
                crushed |= widths[i] < Crushed && demands[i].Natural > CrushedLines * widths[i];
            }

            lines += broken * BrokenWord;
            if (best is null || lines < best.Lines)
                best = new TableWidths(widths, lines, crushed);
        }

        return best;
    }
}
