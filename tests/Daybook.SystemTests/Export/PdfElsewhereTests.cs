using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Daybook.Documents;
using Daybook.Export;
using Daybook.Tests;
using Daybook.Tests.Documents;
using Daybook.Tests.Export.Pdf;

namespace Daybook.SystemTests.Export;

/// <summary>Reports as PDF in programs we did not write: qpdf, MuPDF and poppler find nothing to complain about and see what we see.</summary>
public sealed partial class PdfElsewhereTests : IDisposable
{
    private const string Password = "correct horse";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-pdf-");

    public static TheoryData<string> Reports => ["red team", "kitchen sink", "paper sink", "five thousand rows", "protected"];

    /// <summary>Report, page from 1.</summary>
    public static TheoryData<string, int> Pages => new()
    {
        { "red team", 1 }, { "red team", 2 }, { "red team", 3 }, { "red team", 4 }, { "kitchen sink", 6 }, { "kitchen sink", 19 }, { "kitchen sink", 8 }, { "paper sink", 7 },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Nobody_complains(string name)
    {
        var file = await WriteAsync(name);
        string[] password = name == "protected" ? ["--password=" + Password] : [];
        var (exitCode, output, errors) = await ExternalProgram.TryAsync("qpdf", "qpdf", ["--check", .. password, file]);
        Assert.True(exitCode == 0 && !output.Contains("WARNING", StringComparison.Ordinal) && errors.Length == 0, output + errors);
        (exitCode, _, errors) = await ExternalProgram.TryAsync("mutool", "mupdf-tools", ["draw", "-q", "-F", "text", "-o", "/dev/null", .. name == "protected" ? ["-p", Password] : Array.Empty<string>(), file]);
        // Of the program itself, in builds without a colour library.
        errors = errors.Replace("warning: ICC support is not available\n", "", StringComparison.Ordinal);
        Assert.True(exitCode == 0 && errors.Length == 0, errors);
        (exitCode, _, errors) = await ExternalProgram.TryAsync("pdftoppm", "poppler-utils", ["-r", "20", "-l", "40", .. name == "protected" ? ["-upw", Password] : Array.Empty<string>(), file, Path.Combine(_folder.FullName, "page")]);
        Assert.True(exitCode == 0 && errors.Length == 0, errors);
    }

    [Fact]
    public async Task A_protected_report_is_refused_without_its_password()
    {
        var file = await WriteAsync("protected");
        Assert.NotEqual(0, (await ExternalProgram.TryAsync("qpdf", "qpdf", ["--check", file])).ExitCode);
        Assert.NotEqual(0, (await ExternalProgram.TryAsync("pdftotext", "poppler-utils", ["-upw", "wrong", file, "-"])).ExitCode);
        Assert.Contains("Security Operations Summary", await ExternalProgram.RunAsync("pdftotext", "poppler-utils", ["-upw", Password, file, "-"]), StringComparison.Ordinal);
        Assert.Matches("print:yes copy:no change:no addNotes:no", await ExternalProgram.RunAsync("pdfinfo", "poppler-utils", ["-upw", Password, file]));
    }

    [Fact]
    public async Task The_text_is_read_in_its_order() =>
        Golden.Matches(await ExternalProgram.RunAsync("pdftotext", "poppler-utils", [await WriteAsync("red team"), "-"]), "red-team.txt");

    [Fact]
    public async Task The_structure_says_what_everything_is() =>
        Golden.Matches(
            ObjectNumber().Replace(await ExternalProgram.RunAsync("pdfinfo", "poppler-utils", ["-struct-text", await WriteAsync("red team")]), "Object"),
            "red-team-structure.txt");

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Pages_look_as_they_were_signed_off(string name, int page)
    {
        var picture = Path.Combine(_folder.FullName, "page");
        await ExternalProgram.RunAsync("pdftoppm", "poppler-utils", ["-png", "-r", "50", "-f", $"{page}", "-l", $"{page}", "-singlefile", await WriteAsync(name), picture]);
        Compare(await File.ReadAllBytesAsync(picture + ".png"), $"{name.Replace(' ', '-')}-{page}.png");
    }

    [Fact]
    public void A_page_with_a_moved_line_is_found_out()
    {
        var page = PngPixels.Read(File.ReadAllBytes(GoldenPath("red-team-2.png")));
        var moved = page with { Rgb = [.. page.Rgb[(8 * 3 * page.Width)..], .. page.Rgb[..(8 * 3 * page.Width)]] };
        Assert.NotNull(moved.Difference(page));
        Assert.Null(page.Difference(page));
    }

    private static void Compare(byte[] actual, string golden)
    {
        var path = GoldenPath(golden);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllBytes(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"{path} does not exist; run once with UPDATE_GOLDEN=1 and look at what it shows.");
        Assert.Null(PngPixels.Read(actual).Difference(PngPixels.Read(File.ReadAllBytes(path))));
    }

    private static string GoldenPath(string name, [CallerFilePath] string testFile = "") => Path.Combine(Path.GetDirectoryName(testFile)!, "golden", name);

    private async Task<string> WriteAsync(string name)
    {
        var path = Path.Combine(_folder.FullName, "report.pdf");
        var options = name == "protected" ? new PdfExportOptions { Password = Password, Rights = PdfRights.Print } : new PdfExportOptions { PageSize = PaperSize.A4 };
        await using var output = File.Create(path);
        await Exporters.Find("pdf")!.ExportAsync(DocumentOf(name), options, output, TestContext.Current.CancellationToken);
        return path;
    }

    private static ReportDocument DocumentOf(string name) => name switch
    {
        "kitchen sink" => KitchenSink.Document,
        "paper sink" => PaperSink.Document,
        "five thousand rows" => FiveThousandRows,
        _ => RedTeamReport.Document,
    };

    private static ReportDocument FiveThousandRows => new(SampleDocuments.Metadata,
    [
        new Section("register", "Register", SectionKind.Data,
        [
            new Table(
                [
                    new TableColumn("id", "ID", CellType.Text, ColumnAlignment.Left) { IsRowHeader = true }, new TableColumn("n", "Attempts", CellType.Integer, ColumnAlignment.Right),
                    new TableColumn("s", "Severity", CellType.Severity, ColumnAlignment.Left), new TableColumn("t", "Finding", CellType.Text, ColumnAlignment.Left),
                ],
                [
                    .. Enumerable.Range(1, 5000).Select(i => new TableRow(
                    [
                        new TextCell([new TextInline($"F-{i:00000}")]), new IntegerCell(i * 7919 % 100_000), new SeverityCell((Severity)(i % 7)),
                        new TextCell([new TextInline("instruction override accepted through quoted e-mail text, and the tool call that followed ran with an unvalidated path")]),
                    ])),
                ]),
        ]),
    ]);

    [GeneratedRegex(@"Object \d+ \d+")]
    private static partial Regex ObjectNumber();
}
