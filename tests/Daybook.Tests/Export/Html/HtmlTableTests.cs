using System.Collections.Immutable;
using Daybook.Documents;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export.Html;

public sealed class HtmlTableTests
{
    private const char FigureSpace = '\u2007';
    private const char PunctuationSpace = '\u2008';

    [Fact]
    public void Headers_name_their_column_or_row()
    {
        var table = HtmlPages.Report(SampleDocuments.EveryCell).Descendants("table").Single();
        Assert.All(table.Element("thead")!.Descendants("th"), th => Assert.Equal("col", (string?)th.Attribute("scope")));
        Assert.All(table.Element("tbody")!.Elements("tr"), tr => Assert.Equal("row", (string?)tr.Elements("th").Single().Attribute("scope")));
        Assert.Equal("Every cell", table.Element("caption")!.Value);
    }

    [Fact]
    public void Totals_stand_in_the_foot_and_omitted_rows_are_counted()
    {
        var main = HtmlPages.Report(SampleDocuments.EveryCell);
        Assert.StartsWith("Total", main.Descendants("tfoot").Single().Value.Trim(), StringComparison.Ordinal);
        Assert.Contains("Shown: 2 of 9 rows.", main.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_is_a_dash_that_is_read_as_not_measured_never_zero()
    {
        var cell = HtmlPages.Report(SampleDocuments.EveryCell).Descendants("tbody").Single().Elements("tr").Last().Elements("td").First();
        Assert.Equal("–not measured", cell.Value);
        Assert.Equal("true", (string?)cell.Descendants("span").Single(s => s.Value == "–").Attribute("aria-hidden"));
    }

    [Fact]
    public void Decimal_points_line_up_without_inventing_digits() => Assert.Equal(
        [$"1.5{FigureSpace}{FigureSpace}", $"20{PunctuationSpace}{FigureSpace}{FigureSpace}{FigureSpace}", "-3.125"],
        Column(CellType.Decimal, null, new DecimalCell(1.5m), new DecimalCell(20m), new DecimalCell(-3.125m)));

    [Fact]
    public void Percent_signs_line_up_too() =>
        Assert.Equal([$"12{PunctuationSpace}{FigureSpace}%", "7.5%"], Column(CellType.Percent, null, new PercentCell(12m), new PercentCell(7.5m)));

    [Fact]
    public void Fixed_decimals_need_no_padding() =>
        Assert.Equal(["1.50", "20.00"], Column(CellType.Decimal, 2, new DecimalCell(1.5m), new DecimalCell(20m)));

    [Fact]
    public void A_severity_is_a_word_with_a_colour_class()
    {
        var badge = HtmlPages.Report(SampleDocuments.EveryCell).WithClass("badge").Single();
        Assert.Equal(("badge medium", "Medium"), ((string?)badge.Attribute("class"), badge.Value));
    }

    [Fact]
    public void A_table_without_rows_says_so_and_one_without_columns_too()
    {
        Assert.Contains("No rows", HtmlPages.Report(new Table([new TableColumn("a", "A", CellType.Text, ColumnAlignment.Left)], [])).Value, StringComparison.Ordinal);
        Assert.Contains("no columns", HtmlPages.Report(new Table([], [])).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_table_scrolls_in_a_region_that_the_keyboard_reaches()
    {
        var region = HtmlPages.Report(SampleDocuments.EveryCell).WithClass("scroll").Single();
        Assert.Equal(("region", "0", "Every cell"), ((string?)region.Attribute("role"), (string?)region.Attribute("tabindex"), (string?)region.Attribute("aria-label")));
    }

    private static IEnumerable<string> Column(CellType type, int? decimals, params ImmutableArray<Cell> cells) =>
        HtmlPages.Report(new Table([new TableColumn("n", "N", type, ColumnAlignment.Right) { Decimals = decimals }], [.. cells.Select(c => new TableRow([c]))]))
            .Descendants("td").Select(td => td.Value);
}
