using Daybook.Pdf;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Tests.Pdf;

namespace Daybook.SystemTests.Pdf;

/// <summary>Our reader reads our files as others do, fonts of the system included.</summary>
public sealed class WrittenPdfReadTests : IDisposable
{
    private const string Foreign = "本日の報告：異常なし。 한국어 中文测试";

    private readonly ForeignFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData(null)]
    [InlineData("reader")]
    public async Task The_text_is_read_as_MuPDF_reads_it(string? password)
    {
        var bytes = SamplePdf.Make(SamplePdf.Settings with { Encryption = password is null ? null : new(password, "owner", PdfPermissions.None) });
        await File.WriteAllBytesAsync(_file.PathOf("ours.pdf"), bytes, TestContext.Current.CancellationToken);
        string[] mutool = ["draw", "-q", .. password is null ? Array.Empty<string>() : ["-p", password], "-F", "txt", _file.PathOf("ours.pdf")];
        var theirs = await ExternalProgram.RunAsync("mutool", "mupdf-tools", mutool);
        Assert.Equal(Characters(theirs), Characters(Text(PdfFile.Open(bytes, password), out _)));
    }

    [Fact]
    public void Fonts_with_cubic_outlines_are_read_and_agree_with_their_dictionaries()
    {
        NotoFonts.Require();
        var bytes = SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a }, Foreign);
        ConformanceAssert.CleanArchive(bytes);
        Assert.Contains(Foreign, Text(PdfFile.Open(bytes), out var fonts), StringComparison.Ordinal);
        Assert.Contains(fonts.All, font => font.Program is CffProgram);
    }

    private static string Text(PdfFile file, out FontCache fonts)
    {
        var cache = fonts = new FontCache(file);
        return string.Concat(file.Pages.Select(page => PageText.Read(file, page, cache)));
    }

    /// <summary>Readers differ in the order of text that is turned and in whether they take ligatures apart, so the letters are compared.</summary>
    private static string Characters(string text) => string.Concat(text.Replace("ﬁ", "fi", StringComparison.Ordinal).Where(character => !char.IsWhiteSpace(character)).Order());
}
