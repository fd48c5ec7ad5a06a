using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests.Documents;

namespace Daybook.Tests.Export;

public sealed class CellTextTests
{
    [Fact]
    public void Every_cell_type_has_one_text_in_all_formats()
    {
        var table = SampleDocuments.EveryCell;
        var texts = table.Rows[0].Cells.Select((cell, i) => CellText.Of(cell, table.Columns[i]));
        Assert.Equal(
            ["a|b c", "12,345,678,901,234,567,890", "0.50", "12.5%", "EUR 1,234.50", "2026-05-04", "2026-05-04 17:02:11 UTC", "Yes", "Medium"],
            texts);
        Assert.All(table.Rows[1].Cells, cell => Assert.Equal("–", CellText.Of(new MetricCard("", cell))));
    }

    [Fact]
    public void A_decimal_without_a_set_number_of_digits_keeps_its_own() =>
        Assert.Equal("1,234.500", CellText.Of(new MetricCard("", new DecimalCell(1234.500m))));
}
