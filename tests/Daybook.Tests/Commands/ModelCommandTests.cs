using Daybook.Commands;
using Daybook.Tests.Analysis;

namespace Daybook.Tests.Commands;

/// <summary>Models and recorded answers for <c>daybook render</c>.</summary>
public sealed class ModelCommandTests : IDisposable
{
    private const string Report =
        """
        metadata: {id: close, name: Close, version: "1"}
        datasets:
          summary: {source: inline, value: {hits: 17}}
        blocks:
          - {id: words, type: analysis_block, order: 1, title: In words, data_dependencies: [summary], config: {model: gpt-4o, prompt_template: "{{ summary.hits }} hits.", fallback: "Counted by rules."}}
        """;

    private readonly CommandRun _run = new();

    public ModelCommandTests() => _run.Write("close.yaml", Report);

    private Task<int> RenderAsync(params string[] more) => _run.RunAsync(["render", "close.yaml", "--date", "2026-05-04", "--format", "markdown", "--out", "-", .. more]);

    [Fact]
    public async Task A_model_that_the_command_names_is_asked_and_its_failure_told()
    {
        await using var fake = await FakeModels.StartAsync(n => n == 0 ? (200, """{"model":"m","choices":[{"message":{"content":"All 17 are known."}}]}""") : (401, "{}"));
        string[] settings = ["--set", $"Ai:Providers:OpenAi:BaseUrl={fake.Server.Address}v1", "--set", "Ai:Providers:OpenAi:ApiKey=k", "--set", "Outgoing:AllowedPrivate:0=127.0.0.1"];
        Assert.Equal(ExitCode.Ok, await RenderAsync(settings));
        Assert.Contains("All 17 are known.", _run.Out, StringComparison.Ordinal);

        Assert.Equal(ExitCode.CompletedWithErrors, await RenderAsync(settings));
        Assert.Contains("Counted by rules.", _run.Out, StringComparison.Ordinal);
        Assert.Contains("[model_sign_in_refused]", _run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExitCode.Usage, "Reports:Zone=UTC", "error: --set: Reports:Zone has no meaning here; this command takes Ai:… and Outgoing:…")]
    [InlineData(ExitCode.InvalidInput, "Ai:Provders:OpenAi:ApiKey=k", "error: there is no setting Ai:Provders; the section has BlockSeconds, CacheMinutes, DefaultModel, Parallel, Providers, Tries")]
    [InlineData(ExitCode.InvalidInput, "Ai:Providers:Ollama:BaseUrl=http://127.0.0.1:1", "error: Ai:Providers:Ollama:BaseUrl is the server's own; only Outgoing:AllowedPrivate can permit it")]
    public async Task A_wrong_setting_is_named(int exit, string setting, string problem)
    {
        Assert.Equal(exit, await RenderAsync("--set", setting));
        Assert.Contains(problem, _run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_holds_no_answers_is_named()
    {
        _run.Write("answers.json", """{"words": "All is well."}""");
        Assert.Equal(ExitCode.InvalidInput, await RenderAsync("--answers", "answers.json"));
        Assert.Contains("error: --answers: answers.json is no list of answers such as", _run.Talk, StringComparison.Ordinal);
    }

    public void Dispose() => _run.Dispose();
}
