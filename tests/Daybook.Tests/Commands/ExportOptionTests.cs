using System.Text.Json;
using Daybook.Commands;
using Daybook.Composition;
using Daybook.Export;
using Daybook.Reports;
using Daybook.Tests.Export.Pdf;

namespace Daybook.Tests.Commands;

public sealed class ExportOptionTests
{
    private const string Report = """
        metadata: {id: hello, name: Hello, version: "1.0"}
        blocks:
          - {id: summary, type: data_block, order: 1, title: Summary, template: Text.}
        export_config:
          formats: [html, json, markdown]
          html: {classification: FROM TEMPLATE, include_toc: false, theme: house.json}
          json: {classification: IN JSON}
          markdown: {include_metadata: false}
        """;

    [Fact]
    public async Task The_options_of_the_template_reach_each_format()
    {
        using var run = new CommandRun();
        run.Write("reports/hello.yaml", Report);
        run.Write("reports/house.json", """{"colors": {"accent": "#123456"}}""");
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "reports/hello.yaml", "--date", "2026-05-04"));
        var html = run.Read("hello_20260504.html");
        Assert.Contains("FROM TEMPLATE", html, StringComparison.Ordinal);
        Assert.Contains("--accent:#123456", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"_contents\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Generated:", run.Read("hello_20260504.md"), StringComparison.Ordinal);
        using var json = JsonDocument.Parse(run.Read("hello_20260504.json"));
        Assert.Equal("IN JSON", json.RootElement.GetProperty("document").GetProperty("metadata").GetProperty("classification").GetString());
    }

    [Fact]
    public async Task The_command_line_overrides_the_template()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.Ok, await run.RunAsync(
            "render", "hello.yaml", "--format", "html", "--out", "-", "--theme", "contrast", "--option", "html.classification=FROM COMMAND", "--option", "html.include_toc=true"));
        Assert.Contains("FROM COMMAND", run.Out, StringComparison.Ordinal);
        Assert.Contains("--link:#0a3d85", run.Out, StringComparison.Ordinal);
        Assert.Contains("id=\"_contents\"", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html.include_toc=perhaps", "must be true or false")]
    [InlineData("html.page_size=A4", "has no key 'page_size'")]
    [InlineData("html.theme=contrats", "did you mean 'contrast'?")]
    public async Task A_wrong_option_is_said_and_nothing_is_made(string option, string message)
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.InvalidInput, await run.RunAsync("render", "hello.yaml", "--format", "html", "--out", "made", "--option", option));
        Assert.Contains(message, run.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "made")));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("page_size=A4")]
    [InlineData("papyrus.page_size=A4")]
    public async Task What_is_no_option_is_a_wrong_command_line(string option)
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.Usage, await run.RunAsync("render", "hello.yaml", "--option", option));
        Assert.Contains(option.Split('.')[0], run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_of_a_format_that_is_not_made_is_said()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "hello.yaml", "--format", "markdown", "--out", "-", "--option", "json.include_charts=false"));
        Assert.Contains("--option json.include_charts is not used", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_is_not_text_is_not_written_to_standard_output()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.Usage, await run.RunAsync("render", "hello.yaml", "--format", "pdf", "--out", "-"));
        Assert.Contains("pdf is not text", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_options_of_pdf_reach_the_file()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report.Replace("html:", "pdf: {page_size: A4, watermark: DRAFT}\n  html:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "hello.yaml", "--date", "2026-05-04", "--format", "pdf", "--option", "pdf.orientation=landscape", "--option", "pdf.include_metadata=false"));
        var pdf = await File.ReadAllBytesAsync(Path.Combine(run.Folder, "hello_20260504.pdf"), TestContext.Current.CancellationToken);
        Assert.All(PdfSample.Sizes(pdf), size => Assert.Equal((842, 595), size));
        Assert.All(PdfSample.Letters(pdf), page => Assert.Contains("DRAFT", page, StringComparison.Ordinal));
        Assert.Equal(2, PdfSample.Sizes(pdf).Count);
    }

    [Fact]
    public void The_options_of_pdf_are_read_by_the_rules_of_the_template()
    {
        var read = ExportOptionReader.Read("pdf",
        [
            new("page_size", "A4"), new("orientation", "landscape"), new("section_start", "new_page"), new("include_toc", "false"), new("watermark", "DRAFT"),
            new("permissions", "print, copy"), new("password", "007"), new("attach_data", "true"),
        ], "--option");
        Assert.Empty(read.Diagnostics);
        var options = Assert.IsType<PdfExportOptions>(FormatOptions.Of("pdf", read.Options, BuiltInThemes.Daybook));
        Assert.Equal(
            new PdfExportOptions
            {
                PageSize = PaperSize.A4, Landscape = true, SectionsOnNewPages = true, IncludeTableOfContents = false, Watermark = "DRAFT",
                Rights = PdfRights.Print | PdfRights.Copy, Password = "007", AttachData = true,
            }, options);
    }

    [Fact]
    public void A_paper_that_does_not_exist_and_a_right_that_does_not_exist_are_said_together()
    {
        var read = ExportOptionReader.Read("pdf", [new("page_size", "A5"), new("permissions", "prin")], "--option");
        Assert.Equal(["unknown page size 'A5'; did you mean 'A4'?", "unknown permission 'prin'; did you mean 'print'?"], read.Diagnostics.Select(diagnostic => diagnostic.Message));
    }

    [Theory]
    [InlineData("password", "secret")]
    [InlineData("permissions", "print")]
    public void What_archives_forbid_contradicts_them(string key, string value)
    {
        var read = ExportOptionReader.Read("pdf", [new("pdf_a", "true"), new(key, value)], "--option");
        Assert.Contains("PDF/A", ((PdfExportOptions)FormatOptions.Of("pdf", read.Options, BuiltInThemes.Daybook)).Conflict!, StringComparison.Ordinal);
    }
}
