using System.Text;
using Daybook.Documents;
using Daybook.Export;

namespace Daybook.Tests.Composition.Composing;

/// <summary>A report whose numbers and dates are those of a locale.</summary>
public sealed class LocaleTests
{
    private const string Template =
        """
        blocks:
          - id: text
            type: data_block
            order: 1
            title: Text
            template: |
              {{ cost | format_number(2) }}; {{ rate | percentage }}; {{ size | bytes }}; {{ cost | calculate_change(1200) }}; {{ day | format_date }}; {{ day | format_date('%d %b') }}; {{ missing | format_number }}

              | Day | Cost | Count |
              | --- | --- | --- |
              | {{ day }} | {{ cost | format_number(3) }} | 12 |
              | {{ day }} | {{ 7 | format_number(3) }} | 7 |

              ```cards
              | Label | Value | Change |
              | --- | --- | --- |
              | Cost | {{ cost | format_number(2) }} | {{ cost | calculate_change(1200) }} |
              ```
          - {id: table, type: data_block, order: 2, title: Table, config: {table: {data: rows, totals: [cost]}}}
          - {id: chart, type: visualization_block, order: 3, title: Chart, config: {chart_type: bar, data_source: rows, x: name, y: [cost]}}
          - {id: cards, type: visualization_block, order: 4, title: Cards, config: {chart_type: cards, data_source: rows, x: name, y: [cost]}}
          - {id: raw, type: data_block, order: 5, title: Raw, data_sources: [facts]}
        """;

    private const string Data =
        """
        {"cost": 1234.5, "rate": 12.34, "size": 1536000, "day": "2026-05-04", "missing": null, "facts": {"total": 1234.5, "name": "1,234 is a text"},
         "rows": [{"name": "north", "cost": 1234.5}, {"name": "south", "cost": 0.25}]}
        """;

    private static ReportDocument Made(string? locale) => Compose.Run(Compose.Request(Template, Data) with { Locale = locale }).Document;

    private static async Task<string> MarkdownAsync(ReportDocument document)
    {
        using var output = new MemoryStream();
        await Exporters.Find("markdown")!.ExportAsync(document, new ExportOptions(), output, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [Fact]
    public async Task Figures_of_texts_tables_cards_and_charts_are_those_of_the_locale()
    {
        var document = Made("de");
        Assert.Equal("de", document.Metadata.Locale);
        var markdown = await MarkdownAsync(document);
        Assert.Contains("1.234,50; 12,3%; 1,5 MB; +2,9%; 04.05.2026; 04 May; not measured", Plain(markdown), StringComparison.Ordinal);
        Assert.Contains("04.05.2026 | 1.234,500 | 12 |", Plain(markdown), StringComparison.Ordinal);
        Assert.Contains("1.234,75", markdown, StringComparison.Ordinal);
        Assert.Contains("highest 1.234,5 (north)", markdown, StringComparison.Ordinal);
        Assert.Contains("1,234 is a text", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("1,234.5", markdown, StringComparison.Ordinal);
    }

    private static string Plain(string markdown) => markdown.Replace("\\", "", StringComparison.Ordinal);

    [Fact]
    public void Values_stay_numbers_and_a_text_in_a_locale_is_never_taken_for_another_number()
    {
        var document = Made("de");
        var table = document.Sections[1].Blocks.OfType<Table>().Single();
        Assert.Equal(1234.5m, Assert.IsType<DecimalCell>(table.Rows[0].Cells[1]).Value);
        var written = document.Sections[0].Blocks.OfType<Table>().Single();
        // 1.234,500 and 7,000 are no longer told from 1.234 and 7000: they stay the texts that they are, beside whole numbers and dates.
        Assert.Equal([CellType.Date, CellType.Text, CellType.Integer], written.Columns.Select(column => column.Type));
        Assert.Equal(ColumnAlignment.Right, written.Columns[1].Alignment);
        Assert.IsType<TextCell>(document.Sections[0].Blocks.OfType<MetricCards>().Single().Cards[0].Value);
        Assert.Equal(ChangeDirection.Up, document.Sections[0].Blocks.OfType<MetricCards>().Single().Cards[0].Direction);
    }

    [Fact]
    public void Without_a_locale_nothing_of_it_stands_in_the_document()
    {
        Assert.DoesNotContain("\"locale\"", Encoding.UTF8.GetString(DocumentJson.Write(Made(null))), StringComparison.Ordinal);
        var german = DocumentJson.Write(Made("de"));
        Assert.Equal(german, DocumentJson.Write(DocumentJson.Read(german)));
        Assert.Equal(german, DocumentJson.Write(Made("de")));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("pdf")]
    public async Task Every_format_shows_every_kind_of_block_in_a_locale(string format)
    {
        using var output = new MemoryStream();
        await Exporters.Find(format)!.ExportAsync(Made("fr-CH"), new ExportOptions(), output, TestContext.Current.CancellationToken);
        if (format == "pdf")
        {
            using var file = UglyToad.PdfPig.PdfDocument.Open(output.ToArray());
            var text = string.Concat(file.GetPages().Select(page => page.Text));
            Assert.Contains("234,50", text, StringComparison.Ordinal);
            Assert.Contains("04.05.2026", text, StringComparison.Ordinal);
            return;
        }

        var shown = Encoding.UTF8.GetString(output.ToArray());
        Assert.Contains("1\u202F234,50", shown, StringComparison.Ordinal);
        Assert.Contains("04.05.2026", shown, StringComparison.Ordinal);
    }
}
