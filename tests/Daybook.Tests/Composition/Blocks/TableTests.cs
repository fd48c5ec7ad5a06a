using Daybook.Composition;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Composition.Composing;

namespace Daybook.Tests.Composition.Blocks;

public sealed class TableTests
{
    private const string Runs =
        """
        {"runs": [
          {"target": "chat", "tests": 1200, "hits": 3, "rate": 0.25, "cost": 1.50, "grade": "high", "day": "2026-05-04", "at": "2026-05-04T10:00:00Z", "done": true},
          {"target": "mail", "tests": 800, "hits": null, "rate": null, "cost": 2, "grade": "none", "day": "later", "at": null, "done": false}]}
        """;

    private static Section Section(string config, string data = Runs) =>
        Compose.Section($"blocks:\n  - id: t\n    type: data_block\n    order: 1\n    title: T\n    config: {{table: {config}}}\n", data);

    private static Table Table(string config, string data = Runs)
    {
        var section = Section(config, data);
        Assert.Equal((SectionStatus.Ok, null), (section.Status, section.Reason));
        return Assert.IsType<Table>(Assert.Single(section.Blocks));
    }

    private static string Shown(TableRow row, Table table) => string.Join(" | ", row.Cells.Select((cell, index) => CellText.Of(cell, table.Columns[index])));

    [Fact]
    public void Columns_are_typed_as_asked_and_what_does_not_fit_stays_text()
    {
        var table = Table("{data: runs, columns: [{key: target, title: Target}, {key: tests}, {key: rate, type: ratio, decimals: 1}, {key: cost, type: money, currency: EUR, decimals: 2}, {key: grade, type: severity}, {key: day, type: date}, {key: at, type: date_time}, {key: done, align: center}], caption: 'Runs of {{ report_date }}'}");
        Assert.Equal(["Target", "Tests", "Rate", "Cost", "Grade", "Day", "At", "Done"], table.Columns.Select(column => column.Title));
        Assert.Equal("chat | 1,200 | 25.0% | EUR 1.50 | High | 2026-05-04 | 2026-05-04 10:00:00 UTC | Yes", Shown(table.Rows[0], table));
        Assert.Equal("mail | 800 | – | EUR 2.00 | none | later | – | No", Shown(table.Rows[1], table));
        Assert.Equal("Runs of 2026-05-04", table.Caption);
        Assert.True(table.Columns[0].IsRowHeader);
        Assert.Equal([ColumnAlignment.Left, ColumnAlignment.Right, ColumnAlignment.Right, ColumnAlignment.Right, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Left, ColumnAlignment.Center], table.Columns.Select(column => column.Alignment));
    }

    [Fact]
    public void Totals_sum_all_rows_also_those_beyond_the_limit()
    {
        var table = Table("{data: runs, columns: [{key: target}, {key: tests}], totals: [tests], limit: 1}");
        Assert.Equal("Total | 2,000", Shown(table.Totals!, table));
        Assert.Single(table.Rows);
        Assert.Equal(1, table.OmittedRows);
    }

    [Fact]
    public void A_total_over_missing_values_says_so()
    {
        var table = Table("{data: runs, columns: [{key: target}, {key: hits}], totals: [hits]}");
        Assert.Equal("Total of measured values | 3", Shown(table.Totals!, table));
    }

    [Theory]
    [InlineData("{data: runs, totals: [rate2]}", "bad_total")]
    [InlineData("{data: runs, columns: [{key: rate, type: percent}], totals: [rate]}", "bad_total")]
    [InlineData("{data: runs, columns: [{key: targt}]}", "unknown_column")]
    [InlineData("{data: runs.0.tests}", "not_rows")]
    public void A_table_that_cannot_be_made_is_an_error(string config, string code) => Assert.Equal(code, Section(config).ReasonCode);

    [Fact]
    public void No_rows_are_no_data() => Assert.Equal(SectionStatus.Empty, Section("{data: runs}", """{"runs": []}""").Status);

    [Fact]
    public void Without_template_rows_are_a_table_and_an_object_is_a_table_of_names_and_values()
    {
        var section = Compose.Section(
            "blocks:\n  - {id: b, type: data_block, order: 1, title: B}\n",
            """{"figures": {"total_tests": 1234, "rate": 149.72500000000002, "none": null, "tags": ["a", "b"], "inner": {"x": 1}, "list": [{"y": 2}]}, "word": "plain *text*"}""");
        Assert.Equal(["Figures", "Inner", "List", "Word"], section.Blocks.OfType<Heading>().Select(heading => PlainText.Of(heading.Inlines)));
        var table = Assert.IsType<Table>(section.Blocks[1]);
        Assert.Equal(["Total tests | 1,234", "Rate | 149.725", "None | –", "Tags | a, b"], table.Rows.Select(row => Shown(row, table)));
        Assert.Equal("plain *text*", PlainText.Of(Assert.IsType<Paragraph>(section.Blocks[^1]).Inlines));
        Assert.Equal(["figures", "word"], section.Sources);
    }

    [Fact]
    public void A_long_table_that_nobody_asked_for_is_cut_with_a_remark()
    {
        var rows = string.Join(",", Enumerable.Range(0, 205).Select(n => $$"""{"n": {{n}}}"""));
        var table = Assert.IsType<Table>(Assert.Single(Compose.Section("blocks:\n  - {id: b, type: data_block, order: 1, title: B}\n", $$"""{"rows": [{{rows}}]}""").Blocks));
        Assert.Equal((200, 5), (table.Rows.Length, table.OmittedRows));
    }

    [Fact]
    public void Text_cells_of_markdown_print_as_their_typed_forms_do()
    {
        foreach (var text in new[] { "1,234", "0", "-5", "12.50", "-0.5", "3.5%", "1,000.0%", "EUR 1,234.50", "2026-05-04", "–" })
            Assert.Equal(text, CellText.Of(new MetricCard("", CellReader.Read(text, null)!)));
    }
}
