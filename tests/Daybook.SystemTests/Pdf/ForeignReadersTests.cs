using System.Text;
using Daybook.Pdf;
using Daybook.Tests.Pdf;

namespace Daybook.SystemTests.Pdf;

/// <summary>What programs of others make of our files.</summary>
public sealed class ForeignReadersTests : IDisposable
{
    private const string Foreign = "עברית: שלום עולם (test 123). السعر مرحبا 中文测试，日本語。한국어 हिन्दी ภาษาไทย";

    private readonly string folder = Directory.CreateTempSubdirectory("daybook-pdf-").FullName;

    public static TheoryData<string> Kinds => ["open", "archive", "foreign", "protected"];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Qpdf_finds_no_fault(string kind) =>
        Assert.Contains("No syntax or stream encoding errors", await Run("qpdf", "qpdf", "--check", "--password=user", Write(kind)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task MuPdf_draws_every_page_without_a_word(string kind)
    {
        var output = await RunQuietly("mutool", "mupdf-tools", "draw", "-q", "-p", "user", "-o", Path.Combine(folder, "page.png"), Write(kind));
        Assert.Equal("", string.Join('\n', output.Split('\n').Where(line => !line.Contains("ICC support", StringComparison.Ordinal))).Trim());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Poppler_draws_every_page_without_a_word(string kind) =>
        Assert.Equal("", await RunQuietly("pdftoppm", "poppler-utils", "-upw", "user", "-r", "40", "-png", Write(kind), Path.Combine(folder, "page")));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Poppler_reads_the_text(string kind)
    {
        var text = await Run("pdftotext", "poppler-utils", "-upw", "user", Write(kind), "-");
        Assert.Contains(SamplePdf.Paragraph, text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains(SamplePdf.Signs, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_structure_has_the_text_of_every_script_in_reading_order()
    {
        NotoFonts.Require();
        var tree = await Run("pdfinfo", "poppler-utils", "-struct-text", Write("foreign"));
        Assert.Contains("\"עברית: שלום עולם (test 123). السعر مرحبا 中文测试，日本語。한국어 ", tree, StringComparison.Ordinal);
        Assert.Contains(" ภาษาไทย\"", tree, StringComparison.Ordinal);
        Assert.Matches("Document\n  Sect\n    H1 \\(block\\)\n      \"Close of business\"", tree);
    }

    [Fact]
    public void Fonts_of_the_system_keep_the_standards() =>
        ConformanceAssert.CleanArchive(SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a }, Foreign));

    [Fact]
    public async Task Every_font_is_embedded_as_a_subset_with_its_text()
    {
        NotoFonts.Require();
        var lines = (await Run("pdffonts", "poppler-utils", Write("foreign"))).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.True(lines.Length >= 8);
        Assert.All(lines, line => Assert.Matches("^[A-Z]{6}\\+.*Identity-H +yes yes yes", line));
    }

    /// <summary>Many files, because how long a password is hashed depends on the salts.</summary>
    [Fact]
    public async Task Poppler_opens_every_protected_file_with_either_password()
    {
        for (var number = 0; number < 150; number++)
        {
            var file = Path.Combine(folder, $"{number}.pdf");
            var settings = SamplePdf.Settings with { Title = $"Report {number}", Encryption = new("user", "owner", PdfPermissions.Print) };
            await File.WriteAllBytesAsync(file, SamplePdf.Make(settings), TestContext.Current.CancellationToken);
            await Run("pdfinfo", "poppler-utils", "-upw", "user", file);
            await Run("pdfinfo", "poppler-utils", "-opw", "owner", file);
        }
    }

    [Fact]
    public async Task A_protected_file_is_refused_without_its_password()
    {
        var file = Write("protected");
        Assert.Contains("Incorrect password", await RunQuietly("pdftotext", "poppler-utils", file, "-"), StringComparison.Ordinal);
        Assert.Contains("R = 6", await Run("qpdf", "qpdf", "--show-encryption", "--password=owner", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_attachment_comes_out_as_it_went_in()
    {
        var data = Path.Combine(folder, "data.csv");
        await Run("pdfdetach", "poppler-utils", "-save", "1", "-o", data, Write("open"));
        Assert.Equal("a,b\n1,2\n", await File.ReadAllTextAsync(data));
    }

    private string Write(string kind)
    {
        var file = Path.Combine(folder, $"{kind}.pdf");
        File.WriteAllBytes(file, kind switch
        {
            "open" => SamplePdf.Make(SamplePdf.Settings),
            "archive" => SamplePdf.Make(SamplePdf.Settings with { Conformance = PdfConformance.Ua1AndA2a }),
            "foreign" => SamplePdf.Make(SamplePdf.Settings, Foreign),
            _ => SamplePdf.Make(SamplePdf.Settings with { Encryption = new("user", "owner", PdfPermissions.Print) }),
        });
        return file;
    }

    private static Task<string> Run(string program, string package, params string[] arguments) =>
        ExternalProgram.RunAsync(program, package, arguments);

    /// <summary>What the program prints in all, on both outputs, whatever it exits with.</summary>
    private static Task<string> RunQuietly(string program, string package, params string[] arguments)
    {
        Assert.SkipUnless(ExternalProgram.IsInstalled(program), $"{program} is missing; install {package}.");
        var line = new StringBuilder(program);
        foreach (var argument in arguments)
            line.Append(" '").Append(argument).Append('\'');
        return ExternalProgram.RunAsync("sh", "dash", ["-c", $"{line} 2>&1 || true"]);
    }
}
