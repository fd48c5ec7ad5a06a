using Daybook.Pdf;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;

namespace Daybook.Tests.Pdf.Conformance;

/// <summary>What our own writer makes, read by our own reader.</summary>
public sealed class WrittenPdfTests
{
    [Fact]
    public void An_archive_with_attachments_keeps_the_standard() => ConformanceAssert.Clean(
        SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA3a }), null, PdfProfile.Ua1, PdfProfile.A3a);

    /// <summary>Text from data can hold anything.</summary>
    [Theory]
    [InlineData("private use \uE000\uF8FF\U000F0001")]
    [InlineData("unassigned \u0378 \U000E0FFF")]
    [InlineData("controls \0\u0001\u0007\u001B\u007F\u0085")]
    [InlineData("invisible \u200B\u200D\u200E\u202E\u2066\uFEFF\u00AD\u00A0\u2028")]
    [InlineData("noncharacters \uFFFE\uFFFF\uFDD0")]
    [InlineData("half a pair \uD83D and \uDE00")]
    [InlineData("scripts 中 ا א ก अ 𐎀")]
    [InlineData("marks a\u0301\u0323 e\u20DD \u0301")]
    [InlineData("")]
    [InlineData(" ")]
    public void Whatever_a_text_holds_the_file_keeps_the_standards(string text)
    {
        using var output = new MemoryStream();
        using (var writer = new PdfWriter(output, SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a, Title = "Title " + text }))
        using (var shaper = new TextShaper(FontCatalog.Bundled.WithoutSystemFonts()))
        {
            var page = writer.AddPage(595, 842);
            page.SetDestination("here", 0);
            writer.Outline.Add("Bookmark " + text, "here");
            var paragraph = writer.Structure.Add(StructureType.P);
            paragraph.ActualText = "Text " + text;
            using (var canvas = page.Open())
            using (canvas.Mark(paragraph))
                canvas.DrawText(shaper.Lay([new("Text " + text, new(FontCatalog.Bundled.Sans, 10), PdfColor.Black)], 500, TextLayoutOptions.Default), 40, 40);
            var plain = writer.Structure.Add(StructureType.P);
            using (var canvas = page.Open())
            using (canvas.Mark(plain))
                canvas.DrawText(shaper.Lay([new(text, new(FontCatalog.Bundled.Mono, 10), PdfColor.Black)], 500, TextLayoutOptions.Default), 40, 80);
            writer.Save();
        }

        ConformanceAssert.CleanArchive(output.ToArray());
    }

    [Fact]
    public void A_faulty_document_of_our_own_is_found_out()
    {
        using var output = new MemoryStream();
        using (var writer = new PdfWriter(output, SamplePdf.Settings))
        {
            using (var canvas = writer.AddPage(100, 100).Open())
            using (canvas.Mark(writer.Structure.Add(StructureType.Figure)))
            {
                canvas.Rectangle(0, 0, 10, 10);
                canvas.Fill();
            }

            writer.Structure.Add(StructureType.H2);
            writer.Save();
        }

        Assert.Equal(["Matterhorn 13-004", "ISO 32000-1 14.8.5.4.3", "Matterhorn 14-002"],
            PdfConformanceCheck.Check(PdfFile.Open(output.ToArray()), PdfProfile.Ua1).Findings.Select(finding => finding.Condition));
    }

    [Theory]
    [InlineData(null, PdfReadError.PasswordNeeded)]
    [InlineData("wrong", PdfReadError.WrongPassword)]
    public void A_protected_file_opens_with_its_passwords_only(string? password, PdfReadError expected)
    {
        var bytes = SamplePdf.Make(SamplePdf.Settings with { Encryption = new("reader-ü", "owner", PdfPermissions.All) });
        Assert.Equal(expected, Assert.Throws<PdfReadException>(() => PdfFile.Open(bytes, password)).Error);
        Assert.Equal([1, 1], new[] { "reader-ü", "owner" }.Select(known => PdfFile.Open(bytes, known).PageCount));
    }
}
