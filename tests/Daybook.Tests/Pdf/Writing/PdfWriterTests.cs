using Daybook.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Daybook.Tests.Pdf.Writing;

public sealed class PdfWriterTests
{
    private static readonly TextStyle Body = new(FontCatalog.Bundled.Sans, 10);

    [Fact]
    public void A_file_keeps_the_standard_for_accessibility() => ConformanceAssert.Clean(SamplePdf.Make(SamplePdf.Settings));

    [Fact]
    public void A_file_for_the_archive_keeps_both_standards() =>
        ConformanceAssert.CleanArchive(SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a }));

    [Fact]
    public void A_protected_file_keeps_the_standard_for_accessibility() =>
        ConformanceAssert.Clean(SamplePdf.Make(SamplePdf.Settings with { Encryption = new("user", "owner", PdfPermissions.None) }), "user");

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(SamplePdf.Make(SamplePdf.Settings), SamplePdf.Make(SamplePdf.Settings));

    [Fact]
    public void Exports_side_by_side_give_the_bytes_they_give_alone()
    {
        var alone = SamplePdf.Make(SamplePdf.Settings);
        var together = new byte[16][];
        Parallel.For(0, together.Length, new() { MaxDegreeOfParallelism = 8 }, i => together[i] = SamplePdf.Make(SamplePdf.Settings));
        Assert.All(together, file => Assert.Equal(alone, file));
    }

    [Fact]
    public void The_text_reads_as_it_was_given()
    {
        using var file = PdfDocument.Open(SamplePdf.Make(SamplePdf.Settings));
        var text = ContentOrderTextExtractor.GetText(file.GetPage(1)).ReplaceLineEndings(" ");
        Assert.Contains(SamplePdf.Paragraph, text, StringComparison.Ordinal);
        Assert.Contains(SamplePdf.Signs, text, StringComparison.Ordinal);
        Assert.Equal(SamplePdf.Settings.Title, file.Information.Title);
        Assert.Equal("D:20260304170000+01'00'", file.Information.CreationDate);
    }

    [Fact]
    public void Pages_may_be_put_before_others()
    {
        var file = Open(writer =>
        {
            Draw(writer, writer.AddPage(300, 300), "second");
            var first = writer.InsertPage(0, 200, 100);
            Draw(writer, first, "first");
            Assert.Equal(0, first.Index);
        });
        Assert.Equal(["first", "second"], file.GetPages().Select(page => page.Text.Trim()));
        Assert.Equal(200, file.GetPage(1).Width);
    }

    [Fact]
    public void What_is_drawn_must_be_marked()
    {
        using var writer = new PdfWriter(Stream.Null, SamplePdf.Settings);
        using var canvas = writer.AddPage(100, 100).Open();
        Assert.Throws<InvalidOperationException>(() => canvas.Rectangle(0, 0, 1, 1));
    }

    [Fact]
    public void A_file_is_not_finished_while_something_is_being_drawn()
    {
        using var writer = new PdfWriter(Stream.Null, SamplePdf.Settings);
        using var canvas = writer.AddPage(100, 100).Open();
        Assert.Throws<InvalidOperationException>(writer.Save);
    }

    [Fact]
    public void A_completed_element_takes_nothing_more()
    {
        using var writer = new PdfWriter(Stream.Null, SamplePdf.Settings);
        var row = writer.Structure.Add(StructureType.Table).Add(StructureType.TR);
        row.Complete();
        Assert.Throws<InvalidOperationException>(() => row.Add(StructureType.TD));
    }

    [Fact]
    public void Links_to_places_that_nobody_named_are_told()
    {
        using var writer = new PdfWriter(Stream.Null, SamplePdf.Settings);
        var page = writer.AddPage(100, 100);
        page.AddLink(0, 0, 1, 1, new PdfTarget.Named("somewhere"), writer.Structure.Add(StructureType.Link), "Somewhere");
        writer.Outline.Add("Here", "here");
        Assert.Equal(["here", "somewhere"], writer.MissingDestinations);
        page.SetDestination("here", 0);
        Assert.Equal(["somewhere"], writer.MissingDestinations);
    }

    [Fact]
    public void A_password_and_an_archive_exclude_each_other() =>
        Assert.Contains("PDF/A", Assert.Throws<PdfSettingsException>(() => new PdfWriter(
            Stream.Null, SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a, Encryption = new("a", "b", PdfPermissions.All) })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Data_in_a_file_for_the_archive_needs_its_third_part()
    {
        using var second = new PdfWriter(Stream.Null, SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a });
        Assert.Throws<PdfSettingsException>(() => second.Attach("a.csv", "text/csv", "1"u8, "Data", AttachmentRelationship.Data, SamplePdf.Settings.Created));
        using var third = PdfDocument.Open(SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA3a }));
        Assert.True(third.Advanced.TryGetEmbeddedFiles(out var files));
        Assert.Equal("a,b\n1,2\n"u8.ToArray(), Assert.Single(files).Memory.ToArray());
    }

    [Fact]
    public void A_title_of_ten_thousand_characters_is_kept_without_what_metadata_cannot_hold()
    {
        var title = string.Concat(Enumerable.Repeat("Title \u0001\uD800\uFFFE<&>📈 ", 900));
        var bytes = SamplePdf.Make(SamplePdf.Settings with { Title = title });
        using var file = PdfDocument.Open(bytes);
        Assert.StartsWith("Title", file.Information.Title, StringComparison.Ordinal);
        Assert.True(file.Information.Title!.Length > 10_000);
    }

    [Fact]
    public void A_title_without_letters_is_refused() =>
        Assert.Throws<PdfSettingsException>(() => new PdfWriter(Stream.Null, SamplePdf.Settings with { Title = " " }));

    private static PdfDocument Open(Action<PdfWriter> draw)
    {
        using var output = new MemoryStream();
        using var writer = new PdfWriter(output, SamplePdf.Settings);
        draw(writer);
        writer.Save();
        return PdfDocument.Open(output.ToArray());
    }

    private static void Draw(PdfWriter writer, PdfPage page, string text)
    {
        using var shaper = new TextShaper(FontCatalog.Bundled);
        using var canvas = page.Open();
        using (canvas.Mark(writer.Structure.Add(StructureType.P)))
            canvas.DrawText(shaper.Lay([new(text, Body, PdfColor.Black)], 100, TextLayoutOptions.Default), 0, 0);
    }
}
