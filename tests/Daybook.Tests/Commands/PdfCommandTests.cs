using System.Text.Json;
using Daybook.Commands;
using Daybook.Tests.Pdf.Conformance;

namespace Daybook.Tests.Commands;

public sealed class PdfCommandTests : IDisposable
{
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_conforming_file_is_held_against_what_it_claims()
    {
        Save("good.pdf", GoodPdf.Create());
        Assert.Equal(ExitCode.Ok, await _run.RunAsync("pdf", "check", "good.pdf"));
        Assert.Matches("^good.pdf: conforms, as far as a machine can check, to PDF/UA-1 and PDF/A-2a \\([0-9]+ conditions checked\\)\\s*$", _run.Out);
        Assert.Equal("1 file: 1 conforming, 0 not conforming, 0 unreadable", _run.Talk.Trim());
    }

    [Fact]
    public async Task A_finding_names_its_place_its_condition_and_what_to_do()
    {
        var file = GoodPdf.Create();
        file.Replace("figure", "/Alt (A red square)", "");
        Save("bad.pdf", file);
        Assert.Equal(ExitCode.InvalidInput, await _run.RunAsync("pdf", "check", "bad.pdf", "--profile", "ua1"));
        Assert.Contains($"bad.pdf: page 1: object {file.Number("figure")}: error: A figure has neither an alternative text nor a replacement text. [Matterhorn 13-004]\n" +
            "    Describe the figure in Alt, or mark it as an artifact if it is decoration.\n", _run.Out.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("bad.pdf: does not conform to PDF/UA-1 (", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_every_finding()
    {
        var file = GoodPdf.Create();
        file.Replace("page", "/Tabs /S", "");
        Save("bad.pdf", file);
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("pdf", "check", "bad.pdf", "gone.pdf", "--profile", "all", "--format", "json"));
        using var json = JsonDocument.Parse(_run.Out);
        var checkedFile = json.RootElement[0];
        Assert.Equal(["PDF/UA-1", "PDF/A-2a"], checkedFile.GetProperty("profiles").EnumerateArray().Select(profile => profile.GetString()));
        Assert.False(checkedFile.GetProperty("conforms").GetBoolean());
        var finding = Assert.Single(checkedFile.GetProperty("findings").EnumerateArray());
        Assert.Equal(("error", "Matterhorn 28-008", 1, file.Number("page")), (finding.GetProperty("severity").GetString(), finding.GetProperty("condition").GetString(),
            finding.GetProperty("page").GetInt32(), finding.GetProperty("object").GetInt32()));
        Assert.Equal("the file does not exist", json.RootElement[1].GetProperty("error").GetString());
    }

    [Fact]
    public async Task Each_unreadable_file_is_named_and_does_not_keep_the_others_from_being_checked()
    {
        Save("good.pdf", GoodPdf.Create());
        _run.Write("empty.pdf", "");
        _run.Write("text.pdf", "Hello");
        Directory.CreateDirectory(Path.Combine(_run.Folder, "folder"));
        File.WriteAllBytes(Path.Combine(_run.Folder, "cut.pdf"), GoodPdf.Create().Build()[..600]);
        Assert.Equal(ExitCode.DataError, await _run.RunAsync("pdf", "check", "gone.pdf", "folder", "empty.pdf", "text.pdf", "cut.pdf", "good.pdf"));
        Assert.Equal("""
            error: 'gone.pdf' cannot be read: the file does not exist
            error: 'folder' cannot be read: it is a folder, not a file
            error: 'empty.pdf' cannot be read: The file is empty.
            error: 'text.pdf' cannot be read: The file is not a PDF: it does not begin with '%PDF-'.
            error: 'cut.pdf' cannot be read: The file is cut off: it ends before its end mark, and no page can be found in what is left.
            6 files: 1 conforming, 0 not conforming, 5 unreadable
            """.ReplaceLineEndings("\n"), _run.Talk.ReplaceLineEndings("\n").Trim());
        Assert.Contains("good.pdf: conforms", _run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pdf", "check")]
    [InlineData("pdf", "check", "a.pdf", "--profile", "x1")]
    [InlineData("pdf")]
    public async Task A_wrong_command_line_is_refused(params string[] arguments) => Assert.Equal(ExitCode.Usage, await _run.RunAsync(arguments));

    private void Save(string name, SmallPdf file) => File.WriteAllBytes(Path.Combine(_run.Folder, name), file.Build());
}
