using CsCheck;
using Daybook.Export.Pdf;

namespace Daybook.Tests.Export.Pdf;

public sealed class ColumnWidthsTests
{
    [Fact]
    public void A_table_that_fits_is_drawn_out_in_proportion_but_not_torn_apart()
    {
        Assert.Equal([100, 200], Rounded(ColumnWidths.Fit([new(10, 80), new(10, 160)], 300)));
        Assert.Equal([72, 36], Rounded(ColumnWidths.Fit([new(10, 40), new(10, 20)], 500)));
    }

    [Fact]
    public void Short_columns_keep_their_width_and_long_ones_share_the_rest()
    {
        var widths = ColumnWidths.Fit([new(30, 40), new(60, 900), new(50, 50), new(60, 900)], 400)!.Value;
        Assert.Equal([40, 155, 50, 155], Rounded(widths));
    }

    [Fact]
    public void No_column_becomes_narrower_than_its_longest_word() =>
        Assert.Equal([190, 55, 55], Rounded(ColumnWidths.Fit([new(190, 200), new(20, 400), new(20, 400)], 300)));

    [Fact]
    public void Columns_that_cannot_be_wrapped_into_the_width_do_not_fit() => Assert.Null(ColumnWidths.Fit([new(200, 200), new(101, 300)], 300));

    [Fact]
    public void Widths_keep_within_the_page_and_the_least_widths_whatever_is_asked() =>
        Gen.Select(Gen.Double[0, 200], Gen.Double[0, 2000]).Select(pair => new ColumnDemand(pair.Item1, pair.Item1 + pair.Item2)).Array[1, 12].Always(demands =>
        {
            var widths = ColumnWidths.Fit(demands, 500);
            if (widths is null)
                return demands.Sum(demand => demand.Least) > 500;
            return widths.Value.Sum() <= 500.001 && widths.Value.Zip(demands).All(pair => pair.First >= pair.Second.Least - 0.001);
        });

    [Fact]
    public void Long_names_are_broken_where_other_columns_would_be_crushed_and_numbers_never()
    {
        ColumnDemand name = new(150, 150) { MayBreak = true }, text = new(40, 900) { MayBreak = true }, number = new(150, 150);
        var fit = TableWidths.Best([name, text, text, name], 400)!;
        Assert.True(fit.Widths[0] < 100 && fit.Widths[1] > 100, string.Join(' ', fit.Widths));
        Assert.Equal(150, Math.Round(TableWidths.Best([number, text, number], 400)!.Widths[0]));
        Assert.Equal([150, 250], Rounded(TableWidths.Best([name, new(40, 250) { MayBreak = true }], 400)!.Widths));
    }

    [Fact]
    public void Groups_of_columns_fit_and_each_begins_with_the_keys()
    {
        var groups = ColumnGroups.Of([50, 40, 40, 40, 40, 40], keys: 1, available: 140);
        Assert.Equal(["0,1,2", "0,3,4", "0,5"], groups.Select(group => string.Join(',', group)));
        Assert.Equal(["0,1", "0,2"], ColumnGroups.Of([50, 500, 40], keys: 1, available: 140).Select(group => string.Join(',', group)));
    }

    [Theory]
    [InlineData("1,234.50", 5)]
    [InlineData("1,234", 5)]
    [InlineData("12.5%", 2)]
    [InlineData("12%", 2)]
    [InlineData("EUR 1,234.5", 9)]
    public void Fractions_begin_at_the_point(string number, int point) => Assert.Equal(point, DecimalAlignment.PointOf(number));

    [Fact]
    public void Whole_parts_end_where_the_widest_fraction_begins()
    {
        var column = new DecimalAlignment();
        column.Add(30, 0);
        column.Add(10, 12);
        Assert.Equal((42, 42, 22), (column.Width, column.Left(30), column.Left(10)));
    }

    private static IEnumerable<double> Rounded(IEnumerable<double>? widths) => widths!.Select(width => Math.Round(width));
}
