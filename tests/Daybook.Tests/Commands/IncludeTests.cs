using Daybook.Commands;

namespace Daybook.Tests.Commands;

/// <summary>What <c>daybook render</c> makes of templates that include other texts.</summary>
public sealed class IncludeTests : IDisposable
{
    private readonly CommandRun _daybook = new();

    [Fact]
    public async Task A_file_beside_the_template_is_included()
    {
        _daybook.Write("parts/note.md", "Checked by {{ operator }}.");

        var (exitCode, text) = await RenderAsync("{% include 'parts/note.md' %}");

        Assert.Equal(ExitCode.Ok, exitCode);
        Assert.Contains("Checked by System Generated.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_comes_with_the_program_can_be_included_in_part()
    {
        var (exitCode, text) = await RenderAsync("{% set sample = true %}{% set assessment = {'state': 'assessed', 'headline': 'All runs counted'} %}{% include 'daybook/assessment.md' %}");

        Assert.Equal(ExitCode.Ok, exitCode);
        Assert.Contains("All runs counted", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{% include 'a.md' %}", "without end: a.md -> b.md -> a.md")]
    [InlineData("{% include 'gone.md' %}", "there is no template called 'gone.md'")]
    [InlineData("{% include '../secret.md' %}", "there is no template called '../secret.md'")]
    [InlineData("{% include '/etc/hostname' %}", "there is no template called '/etc/hostname'")]
    [InlineData("{% include '*.md' %}", "there is no template called '*.md'")]
    [InlineData("{% include 'big.md' %}", "it is larger than 1000 kB")]
    [InlineData("{% include 'latin.md' %}", "it is not UTF-8 text")]
    public async Task A_text_that_cannot_be_included_fails_its_block(string template, string reason)
    {
        _daybook.Write("a.md", "{% include 'b.md' %}");
        _daybook.Write("b.md", "{% include 'a.md' %}");
        _daybook.Write("big.md", new string('x', 1_000_001));
        File.WriteAllBytes(Path.Combine(_daybook.Folder, "latin.md"), [0x63, 0xE9, 0x0A]);

        var (exitCode, text) = await RenderAsync(template);

        Assert.Equal(ExitCode.CompletedWithErrors, exitCode);
        Assert.Contains(reason, text.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    public void Dispose() => _daybook.Dispose();

    private async Task<(int ExitCode, string Text)> RenderAsync(string template)
    {
        _daybook.Write("report.yaml", $$"""
            metadata: {id: t, name: Close, version: 1.0.0}
            blocks:
              - {id: b, type: data_block, order: 1, title: B, template: "{{template}}"}
            """);
        var exitCode = await _daybook.RunAsync("render", "report.yaml", "--date", "2026-05-04", "--format", "markdown", "--out", "-");
        return (exitCode, _daybook.Out + _daybook.Talk);
    }
}
