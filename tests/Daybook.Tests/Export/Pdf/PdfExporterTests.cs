using Daybook.Documents;
using Daybook.Export;
using Daybook.Pdf.Reading;
using Daybook.Tests.Documents;
using UglyToad.PdfPig;

namespace Daybook.Tests.Export.Pdf;

public sealed class PdfExporterTests
{
    [Fact]
    public void The_same_document_gives_the_same_bytes_from_eight_threads_at_once()
    {
        var expected = PdfSample.Make(RedTeamReport.Document);
        var made = new byte[8][];
        Parallel.For(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => made[i] = PdfSample.Make(RedTeamReport.Document));
        Assert.All(made, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void The_cover_says_what_the_report_is()
    {
        var cover = PdfSample.Pages(PdfSample.Make(RedTeamReport.Document))[0];
        Assert.All(
            ["Security Operations Summary", "Standard Security COB for the red team programme", "Monday, 4 May 2026", "Day Shift - Americas", "Standard Security COB, version 1.2.0", "Completed", "TLP:AMBER"],
            text => Assert.Contains(text, cover, StringComparison.Ordinal));
    }

    [Fact]
    public void The_contents_name_the_page_that_each_section_begins_on()
    {
        var pages = PdfSample.Pages(PdfSample.Make(KitchenSink.Document, new PdfExportOptions { SectionsOnNewPages = true }));
        var contents = pages[1];
        Assert.StartsWith("CONFIDENTIAL", contents, StringComparison.Ordinal);
        foreach (var title in new[] { "Lists, six deep", "Callouts", "Metric cards", "Tables", "Charts" })
        {
            var page = pages.FindIndex(2, text => text.Contains(title, StringComparison.Ordinal)) + 1;
            Assert.Contains($"{title} {page} ", contents, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_has_its_number_its_classification_twice_and_the_number_of_all()
    {
        var pages = PdfSample.Pages(PdfSample.Make(KitchenSink.Document));
        for (var i = 0; i < pages.Count; i++)
        {
            Assert.Contains($"Page {i + 1} of {pages.Count}", pages[i], StringComparison.Ordinal);
            Assert.True(pages[i].Split("CONFIDENTIAL").Length >= 3, pages[i]);
        }
    }

    [Fact]
    public void No_text_of_the_document_is_lost()
    {
        var text = string.Join(' ', PdfSample.Pages(PdfSample.Make(KitchenSink.Document)));
        Assert.All(
            [
                "The script ran longer than 2 s.", "No AI provider is configured.", "Level 6", "Retest model-b with the fixed filter", "A callout of severity Unknown",
                "1,234,567,890,123", "not measured", "Prompt number 200", "Shown: 200 of 5,000 rows.", "U+202E", "'executionz' is not defined",
                "There is no picture because all values are zero.", "Analysis by example-model-1 (AI), 1,234 tokens; check it against the figures.", "executions.total_tests",
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Pages_have_the_size_and_the_turn_that_is_asked_for()
    {
        var document = PdfSample.Of(PdfSample.Text("Text."));
        Assert.All(PdfSample.Sizes(PdfSample.Make(document)), size => Assert.Equal((612, 792), size));
        Assert.All(PdfSample.Sizes(PdfSample.Make(document, new PdfExportOptions { PageSize = PaperSize.A4, Landscape = true })), size => Assert.Equal((842, 595), size));
        Assert.All(PdfSample.Sizes(PdfSample.Make(document, new PdfExportOptions { PageSize = PaperSize.Legal })), size => Assert.Equal((612, 1008), size));
    }

    [Fact]
    public void Only_tables_too_wide_for_a_page_turn_it_and_the_widest_are_shown_in_groups_of_columns()
    {
        var pdf = PdfSample.Make(PaperSink.Document);
        var (pages, sizes) = (PdfSample.Pages(pdf), PdfSample.Sizes(pdf));
        var turned = pages.FindIndex(page => page.Contains("Turned", StringComparison.Ordinal));
        Assert.Equal((792, 612), sizes[turned]);
        Assert.Equal(1, sizes.Count(size => size.Width > size.Height));
        var text = string.Join(' ', pages);
        Assert.Contains("Sixty columns (columns 1 to", text, StringComparison.Ordinal);
        Assert.Contains("to 60 of 60)", text, StringComparison.Ordinal);
        Assert.True(text.Split("model-3-instruct").Length > 4, "The key column is repeated.");
        for (var i = 1; i < 60; i++)
            Assert.Contains((5 * i * 7919).ToString("N0", System.Globalization.CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_charts_and_the_last_page_are_left_out_on_request()
    {
        var pages = PdfSample.Pages(PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { IncludeTableOfContents = false, IncludeMetadata = false, IncludeCharts = false }));
        var text = string.Join(' ', pages);
        Assert.DoesNotContain("Contents", text, StringComparison.Ordinal);
        Assert.DoesNotContain("About this report", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Computed from", text, StringComparison.Ordinal);
        Assert.Contains("promptinject.HijackHateHumans 61.5", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_watermark_stands_on_every_page_and_is_cut_where_it_is_endless()
    {
        Assert.All(PdfSample.Letters(PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { Watermark = "DRAFT" })), page => Assert.Contains("DRAFT", page, StringComparison.Ordinal));
        Assert.NotEmpty(PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { Watermark = new string('W', 5000) }));
    }

    [Fact]
    public void The_classification_of_the_options_replaces_that_of_the_document() =>
        Assert.All(PdfSample.Pages(PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { Classification = "Restricted" })), page =>
        {
            Assert.Contains("RESTRICTED", page, StringComparison.Ordinal);
            Assert.DoesNotContain("TLP:AMBER", page, StringComparison.Ordinal);
        });

    [Fact]
    public void A_protected_file_opens_with_its_password_only()
    {
        var pdf = PdfSample.Make(RedTeamReport.Document, new PdfExportOptions { Password = "correct horse", Rights = PdfRights.Print });
        Assert.Equal(6, PdfFile.Open(pdf, "correct horse").PageCount);
        Assert.Equal(PdfReadError.PasswordNeeded, Assert.Throws<PdfReadException>(() => PdfFile.Open(pdf)).Error);
        Assert.Equal(PdfReadError.WrongPassword, Assert.Throws<PdfReadException>(() => PdfFile.Open(pdf, "wrong")).Error);
        Assert.DoesNotContain("Security", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_that_contradict_each_other_are_refused()
    {
        var options = new PdfExportOptions { PdfA = true, Password = "secret" };
        var error = await Assert.ThrowsAsync<ExportOptionsException>(() => new PdfExporter().ExportAsync(RedTeamReport.Document, options, Stream.Null, TestContext.Current.CancellationToken));
        Assert.Contains("cannot have a password", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_data_travels_inside_on_request()
    {
        using var file = PdfDocument.Open(PdfSample.Make(SampleDocuments.EveryNode, new PdfExportOptions { AttachData = true }));
        Assert.True(file.Advanced.TryGetEmbeddedFiles(out var files));
        var report = files.Single(attached => attached.Name == "report.json");
        Assert.Equal(DocumentJson.Write(SampleDocuments.EveryNode), report.Bytes.ToArray());
        var table = System.Text.Encoding.UTF8.GetString(files.Single(attached => attached.Name == "table-01.csv").Bytes.ToArray());
        Assert.StartsWith("Name,Count,Score,Rate,Cost,Day,At,Open,Severity\r\na|b c,\"12,345,678,901,234,567,890\",0.50,12.5%,\"EUR 1,234.50\",2026-05-04,", table, StringComparison.Ordinal);
        Assert.Equal(5, files.Count);
    }
}
