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

    /// <summary>Enough for a thousandth of a point.</summary>
    private const int Halvings = 40;

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

    /// <summary>
    /// Every column gets a share by its weight, but no less than its least and no more than its natural width; the share at which all
    /// together take the whole width is found by halving.
    /// </summary>
    private static ImmutableArray<double> Shared(ReadOnlySpan<ColumnDemand> demands, double available)
    {
        var (low, high) = (0.0, available);
        for (var i = 0; i < Halvings; i++)
        {
            var share = (low + high) / 2;
            var sum = 0.0;
            foreach (var demand in demands)
                sum += Width(demand, share);
            if (sum > available)
                high = share;
            else
                low = share;
        }

        var widths = ImmutableArray.CreateBuilder<double>(demands.Length);
        foreach (var demand in demands)
            widths.Add(Width(demand, low));
        return widths.MoveToImmutable();
    }

    /// <summary>Longer texts weigh more, but far less than their length.</summary>
    private static double Width(ColumnDemand demand, double share) =>
        Math.Clamp(share * (10 + Math.Sqrt(demand.Natural)) / 10, demand.Least, Math.Max(demand.Least, demand.Natural));
}
