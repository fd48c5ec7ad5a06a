using System.Globalization;
using Daybook.Pdf.Conformance;
using Daybook.Pdf.Reading;
using Daybook.Pdf.Reading.Contents;
using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Structure;

namespace Daybook.SystemTests.Pdf;

/// <summary>Files of other programs are read as qpdf, MuPDF and Poppler read them.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly ForeignFile _file = new();

    public static TheoryData<string> Rewritings =>
    [
        "--object-streams=generate", "--object-streams=disable --stream-data=uncompress", "--linearize", "--qdf", "--compress-streams=y --recompress-flate",
        "--encrypt reader owner 40 --", "--encrypt reader owner 128 --use-aes=n --", "--encrypt reader owner 128 --use-aes=y --",
        "--encrypt reader owner 128 --use-aes=y --cleartext-metadata --", "--encrypt reader owner 256 --", "--encrypt reader owner 256 --force-R5 --",
        "--encrypt reader owner 256 -- --object-streams=generate",
    ];

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_page_printed_by_Chromium_is_read_as_other_readers_do() => await AgreesAsync(await _file.ByChromiumAsync(), null);

    [Fact]
    public async Task A_document_of_ReportLab_is_read_as_other_readers_do() => await AgreesAsync(await _file.ByReportLabAsync(), null);

    [Fact]
    public async Task A_document_of_LibreOffice_is_read_as_other_readers_do() => await AgreesAsync(await _file.ByLibreOfficeAsync(), null);

    [Theory]
    [MemberData(nameof(Rewritings))]
    public async Task A_file_rewritten_by_qpdf_is_read_as_before(string options)
    {
        var original = await _file.ByChromiumAsync();
        var rewritten = await _file.RewriteAsync(original, options.Split(' '));
        var isEncrypted = options.Contains("encrypt", StringComparison.Ordinal);
        foreach (var password in isEncrypted ? new string?[] { "reader", "owner" } : [null])
        {
            var before = PdfFile.Open(await File.ReadAllBytesAsync(original, TestContext.Current.CancellationToken));
            var after = PdfFile.Open(await File.ReadAllBytesAsync(rewritten, TestContext.Current.CancellationToken), password);
            Assert.Equal(Text(before), Text(after));
            Assert.Equal(Types(before), Types(after));
            Assert.Equal(Findings(before), Findings(after));
        }

        await AgreesAsync(rewritten, isEncrypted ? "reader" : null);
    }

    [Fact]
    public async Task A_file_whose_permissions_shut_out_assistive_technology_is_found()
    {
        var path = await _file.RewriteAsync(await _file.ByChromiumAsync(), "--encrypt", "", "owner", "128", "--accessibility=n", "--use-aes=n", "--");
        var report = PdfConformanceCheck.Check(PdfFile.Open(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)), PdfProfile.Ua1);
        Assert.Contains(report.Findings, finding => finding.Condition == "Matterhorn 26-002");
    }

    [Fact]
    public async Task What_Chromium_leaves_out_is_found()
    {
        var file = PdfFile.Open(await File.ReadAllBytesAsync(await _file.ByChromiumAsync(), TestContext.Current.CancellationToken));
        var findings = PdfConformanceCheck.Check(file, PdfProfile.Ua1, PdfProfile.A2a).Findings.Select(finding => finding.Condition).ToList();
        Assert.Contains("Matterhorn 06-001", findings);
        Assert.Contains("Matterhorn 28-012", findings);
        Assert.Contains("ISO 19005-2 6.2.4.3", findings);
        Assert.DoesNotContain(findings, condition => condition.StartsWith("Matterhorn 01", StringComparison.Ordinal) || condition.StartsWith("Matterhorn 31", StringComparison.Ordinal));
    }

    /// <summary>Versions of LibreOffice differ in these; its tags, content and fonts conform in all of them.</summary>
    [Fact]
    public async Task What_LibreOffice_leaves_out_is_found_and_nothing_else()
    {
        var file = PdfFile.Open(await File.ReadAllBytesAsync(await _file.ByLibreOfficeAsync(), TestContext.Current.CancellationToken));
        Assert.Equal([PdfProfile.Ua1, PdfProfile.A2b], PdfConformanceCheck.Claimed(file));
        var findings = PdfConformanceCheck.Check(file, PdfProfile.Ua1, PdfProfile.A2b).Findings.Select(finding => finding.Condition);
        Assert.Subset(new HashSet<string> { "Matterhorn 14-002", "Matterhorn 28-008", "ISO 19005-2 6.6.2.3.1" }, findings.ToHashSet());
    }

    /// <summary>Pages as qpdf counts them, text as MuPDF extracts it, structure as Poppler prints it.</summary>
    private static async Task AgreesAsync(string path, string? password)
    {
        var file = PdfFile.Open(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), password);
        Assert.Empty(file.Problems);
        var pages = await ExternalProgram.RunAsync("qpdf", "qpdf", ["--show-npages", "--password=" + password, path]);
        Assert.Equal(int.Parse(pages, CultureInfo.InvariantCulture), file.PageCount);
        string[] mutool = ["draw", "-q", .. password is null ? Array.Empty<string>() : ["-p", password], "-F", "txt", path];
        Assert.Equal(WithoutSpace(await ExternalProgram.RunAsync("mutool", "mupdf-tools", mutool)), WithoutSpace(Text(file)));
        string[] pdfinfo = ["-struct", .. password is null ? Array.Empty<string>() : ["-upw", password], path];
        Assert.Equal(PrintedTypes(await ExternalProgram.RunAsync("pdfinfo", "poppler-utils", pdfinfo)), Types(file));
    }

    private static string Text(PdfFile file)
    {
        var fonts = new FontCache(file);
        return string.Concat(file.Pages.Select(page => PageText.Read(file, page, fonts)));
    }

    private static string WithoutSpace(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    private static string[] Types(PdfFile file) => [.. TagTree.Read(file)?.Elements.Select(element => element.StandardType ?? element.Type) ?? []];

    /// <summary>One element a line, indented by two spaces a level; attributes begin with a solidus.</summary>
    private static string[] PrintedTypes(string printed) =>
    [
        .. printed.Split('\n').Select(line => line.Trim().Split(' ')[0].TrimEnd(':')).Where(word => word.Length > 0 && word[0] is not ('/' or '"') && word != "Object"),
    ];

    private static IEnumerable<(string, int?)> Findings(PdfFile file) => PdfConformanceCheck.Check(file, PdfProfile.Ua1).Findings.Select(finding => (finding.Condition, finding.Page));
}
