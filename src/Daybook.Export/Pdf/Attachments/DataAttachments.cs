using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Daybook.Documents;
using Daybook.Pdf;

namespace Daybook.Export.Pdf;

/// <summary>Puts the report's data into the file: the whole document as JSON, each table and each chart's numbers as CSV.</summary>
internal static class DataAttachments
{
    public static void Add(PdfWriter writer, ReportDocument document)
    {
        var modified = document.Metadata.GeneratedAt;
        writer.Attach("report.json", "application/json", DocumentJson.Write(document), "The whole report as data", AttachmentRelationship.Source, modified);
        var number = 0;
        foreach (var (table, name) in Tables(document.Sections))
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"table-{++number:00}.csv");
            writer.Attach(file, "text/csv", Encoding.UTF8.GetBytes(CsvText.Of(table)), VisibleText.Cut(VisibleText.Plain(name), 200), AttachmentRelationship.Data, modified);
        }
    }

    private static IEnumerable<(Table Table, string Name)> Tables(IEnumerable<DocumentBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Table { Columns.IsEmpty: false } table:
                    yield return (table, table.Caption ?? "A table of the report");
                    break;
                case Chart { Datasets.IsEmpty: false } chart:
                    yield return (ChartTwin.Of(chart), "Data of " + (chart.Title ?? "a chart"));
                    break;
            }

            foreach (var inner in Tables(Inside(block)))
                yield return inner;
        }
    }

    private static ImmutableArray<DocumentBlock> Inside(DocumentBlock block) => block switch
    {
        Section section => section.Blocks,
        Callout callout => callout.Blocks,
        Quote quote => quote.Blocks,
        ListBlock list => [.. list.Items.SelectMany(item => item.Blocks)],
        _ => [],
    };
}
