using System.Collections.Immutable;

namespace Daybook.Export.Pdf;

/// <summary>
/// Shares the width of a table among its columns: short columns get what they ask for, long ones share what is left by the root of their
/// length, so that rows become about as low as they can be.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>Tables whose content is narrower are not drawn out further than this part of the page, which would tear rows apart.</summary>
    private const double MostStretch = 1.8;

    /// <returns>One width a column, together at most <paramref name="available"/>; null where the columns do not fit however they are wrapped.</returns>
    public static ImmutableArray<double>? Fit(ReadOnlySpan<ColumnDemand> demands, double available)
    {
        var (least, natural) = (0.0, 0.0);
        foreach (var demand in demands)
        {
            least += demand.Least;
            natural += demand.Natural;
        }

        if (least > available)
            return null;
        return natural <= available ? Stretched(demands, natural, Math.Min(available, natural * MostStretch)) : Shared(demands, available);
    }

    private static ImmutableArray<double> Stretched(ReadOnlySpan<ColumnDemand> demands, double natural, double width)
    {
        var widths = ImmutableArray.CreateBuilder<double>(demands.Length);
        foreach (var demand in demands)
            widths.Add(natural > 0 ? demand.Natural * width / natural : width / demands.Length);
        return widths.MoveToImmutable();
    }

    /// <summary>Settles one column after the other whose share would be more than its natural or less than its least width.</summary>
    private static ImmutableArray<double> Shared(ReadOnlySpan<ColumnDemand> demands, double available)
    {
        var widths = new double[demands.Length];
        var settled = new bool[demands.Length];
        while (true)
        {
            var (count, weights, left) = Open(demands, widths, settled, available);
            if (count == 0)
                return [.. widths];

            // Columns below their least width are settled before those above their natural one: what they take is lacking for the others.
            if (Settle(widths, settled, demands, demand => Weight(demand) * left / weights < demand.Least ? demand.Least : null)
                || Settle(widths, settled, demands, demand => Math.Max(Weight(demand) * left / weights, left / count) > demand.Natural ? demand.Natural : null))
            {
                continue;
            }

            for (var i = 0; i < widths.Length; i++)
            {
                if (!settled[i])
                    widths[i] = Weight(demands[i]) * left / weights;
            }

            return [.. widths];
        }
    }

    private static (int Count, double Weights, double Left) Open(ReadOnlySpan<ColumnDemand> demands, double[] widths, bool[] settled, double available)
    {
        var (count, weights, left) = (0, 0.0, available);
        for (var i = 0; i < widths.Length; i++)
        {
            if (settled[i])
                left -= widths[i];
            else
                (count, weights) = (count + 1, weights + Weight(demands[i]));
        }

        return (count, weights, left);
    }

    /// <param name="width">The final width of a column, or null where it is still open.</param>
    private static bool Settle(double[] widths, bool[] settled, ReadOnlySpan<ColumnDemand> demands, Func<ColumnDemand, double?> width)
    {
        var any = false;
        for (var i = 0; i < widths.Length; i++)
        {
            if (settled[i] || width(demands[i]) is not { } final)
                continue;
            widths[i] = final;
            settled[i] = any = true;
        }

        return any;
    }

    private static double Weight(ColumnDemand demand) => Math.Sqrt(Math.Max(demand.Natural, 1));
}
