using Daybook.Commands;

namespace Daybook.Tests.Commands;

public sealed class LocaleOptionTests
{
    private const string Report = """
        metadata: {id: hello, name: Hello, version: "1.0"}
        blocks:
          - {id: summary, type: data_block, order: 1, title: Summary, template: "{{ 12345.5 | format_number(1) }} of {{ '2026-03-02' | format_date }}"}
        """;

    [Fact]
    public async Task Numbers_and_dates_are_written_in_the_locale()
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.Ok, await run.RunAsync("render", "hello.yaml", "--date", "2026-03-04", "--format", "html", "--out", "-", "--locale", "DE-ch"));
        Assert.Contains("12’345.5 of 02.03.2026", run.Out, StringComparison.Ordinal);
        Assert.Contains("04.03.2026", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-XX", "error: --locale: 'de-XX' is no locale that is known; of this language there are de, de-AT, de-CH, de-DE, de-LI, de-LU")]
    [InlineData("german", "error: --locale: 'german' is no locale that is known")]
    [InlineData("", "error: --locale: '' is no locale that is known; write a BCP 47 tag such as de-CH or en-GB")]
    public async Task An_unknown_locale_is_refused_and_nothing_is_made(string tag, string message)
    {
        using var run = new CommandRun();
        run.Write("hello.yaml", Report);
        Assert.Equal(ExitCode.Usage, await run.RunAsync("render", "hello.yaml", "--format", "html", "--out", "made", "--locale", tag));
        Assert.Contains(message, run.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(run.Folder, "made")));
    }
}
