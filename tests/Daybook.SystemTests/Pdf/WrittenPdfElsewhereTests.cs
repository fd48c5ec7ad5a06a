using Daybook.Pdf;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Tests.Pdf;
using Daybook.Tests.Pdf.Conformance;

namespace Daybook.SystemTests.Pdf;

/// <summary>What our writer makes is sound for readers we did not write, and our reader reads what they read.</summary>
public sealed class WrittenPdfElsewhereTests : IDisposable
{
    private readonly ForeignFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(PdfConformance.Ua1, null)]
    [InlineData(PdfConformance.Ua1AndA2a, null)]
    [InlineData(PdfConformance.Ua1AndA3a, null)]
    [InlineData(PdfConformance.Ua1, "reader")]
    public async Task Other_readers_find_it_sound_and_read_the_same_text(PdfConformance conformance, string? password)
    {
        var bytes = WrittenPdf.Create(conformance, password is null ? null : new PdfEncryption(password, "owner", PdfPermissions.None));
        await File.WriteAllBytesAsync(_file.PathOf("ours.pdf"), bytes, TestContext.Current.CancellationToken);
        await ExternalProgram.RunAsync("qpdf", "qpdf", ["--check", "--password=" + password, _file.PathOf("ours.pdf")]);
        string[] mutool = ["draw", "-q", .. password is null ? Array.Empty<string>() : ["-p", password], "-F", "txt", _file.PathOf("ours.pdf")];
        var theirs = await ExternalProgram.RunAsync("mutool", "mupdf-tools", mutool);
        var file = PdfFile.Open(bytes, password);
        var fonts = new FontCache(file);
        Assert.Equal(Characters(theirs), Characters(string.Concat(file.Pages.Select(page => PageText.Read(file, page, fonts)))));
    }

    [Fact]
    public void Fonts_with_cubic_outlines_are_embedded_soundly()
    {
        using var output = new MemoryStream();
        using (var writer = new PdfWriter(output, new PdfSettings { Title = "日報", Language = "ja", Created = new DateTimeOffset(2026, 5, 4, 18, 0, 0, TimeSpan.Zero), Conformance = PdfConformance.Ua1AndA2a }))
        using (var shaper = new TextShaper(FontCatalog.Bundled))
        {
            using (var canvas = writer.AddPage(595, 842).Open())
            using (canvas.Mark(writer.Structure.Add(StructureType.P)))
                canvas.DrawText(shaper.Lay([new TextSpan("本日の報告：異常なし。한국어 العربية", new TextStyle(FontCatalog.Bundled.Sans, 12), PdfColor.Black)], 400, TextLayoutOptions.Default), 40, 40);
            Assert.SkipUnless(shaper.Missing.Count == 0, "No font of this machine has the characters; install fonts-noto-cjk and fonts-noto-core.");
            writer.Save();
        }

        ConformanceAssert.CleanArchive(output.ToArray());
        var file = PdfFile.Open(output.ToArray());
        var survey = new FontCache(file);
        _ = PageText.Read(file, file.Pages[0], survey);
        Assert.Contains(survey.All, font => font.Program is CffProgram);
    }

    /// <summary>Readers differ in the order of text at the edge of the page and in whether they take ligatures apart, so the letters are compared.</summary>
    private static string Characters(string text) => string.Concat(text.Replace("ﬁ", "fi", StringComparison.Ordinal).Where(character => !char.IsWhiteSpace(character)).Order());
}
