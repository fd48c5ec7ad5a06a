using System.Text.Json;
using Daybook.Tests.Jinja.Corpus;

namespace Daybook.SystemTests.Jinja;

/// <summary>Asks stock Jinja2 itself, so that what is recorded is what it says.</summary>
public sealed class StockJinjaTests(ITestOutputHelper output)
{
    private const string Python = "/usr/bin/python3";
    private const string Package = "python3-jinja2";

    /// <summary>Another seed than the corpus's own; DAYBOOK_JINJA_SEED and DAYBOOK_JINJA_COUNT try others.</summary>
    private static readonly (string Seed, string Count) Batch =
        (Environment.GetEnvironmentVariable("DAYBOOK_JINJA_SEED") ?? "1", Environment.GetEnvironmentVariable("DAYBOOK_JINJA_COUNT") ?? "1500");

    [Fact]
    public async Task The_corpus_is_its_sources_and_what_stock_Jinja2_makes_of_them()
    {
        await RequireRecordedVersionAsync();
        await ExternalProgram.RunAsync(Python, Package, [Path.Combine(JinjaCorpus.Folder, "corpus.py"), "--verify"]);
    }

    [Fact]
    public async Task The_engine_agrees_on_templates_it_has_not_seen()
    {
        await RequireRecordedVersionAsync();
        var lines = await ExternalProgram.RunAsync(Python, Package, [Path.Combine(JinjaCorpus.Folder, "generate.py"), Batch.Seed, Batch.Count]);
        var answers = await AskAsync(lines);
        var cases = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JinjaCase.Read).Where(source => IsComparable(answers[source.Id])).ToList();
        var disagreeing = cases
            .Select(source => (source, result: CaseRenderer.Render(source)))
            .Where(pair => !pair.result.AgreesWith(answers[pair.source.Id]))
            .Select(pair => $"{pair.source.Id}\n  template {pair.source.Template}\n  options  {pair.source.Options}\n  Jinja2   {answers[pair.source.Id]}\n  Daybook  {pair.result}")
            .ToList();
        output.WriteLine($"{cases.Count - disagreeing.Count} of {cases.Count} generated templates agree (seed {Batch.Seed}).");
        Assert.True(disagreeing.Count == 0, $"{disagreeing.Count} of {cases.Count} generated templates disagree:\n{string.Join('\n', disagreeing)}");
    }

    /// <summary>
    /// What is never the same twice (addresses) or depends on the machine is not compared, nor two mistakes of Jinja2's own that random templates run into: it writes
    /// inf and nan as names into its code (NameError), and what it puts in the place of a missing filter fails when it gets an argument by name.
    /// </summary>
    private static bool IsComparable(CaseResult answer) =>
        answer.Error is not ("NameError" or "MemoryError" or "TimeoutError")
        && !(answer.Message ?? "").Contains("<locals>.t_", StringComparison.Ordinal)
        && !(answer.Text ?? "").Contains(" at 0x", StringComparison.Ordinal);

    private static async Task<Dictionary<string, CaseResult>> AskAsync(string lines)
    {
        var answers = await ExternalProgram.RunAsync(Python, Package, [Path.Combine(JinjaCorpus.Folder, "oracle.py")], lines);
        return answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Answer).ToDictionary(answer => answer.Id, answer => answer.Result);

        static (string Id, CaseResult Result) Answer(string line)
        {
            using var document = JsonDocument.Parse(line);
            return (document.RootElement.GetProperty("id").GetString()!, CaseResult.Read(document.RootElement.GetProperty("expect")));
        }
    }

    private static async Task RequireRecordedVersionAsync()
    {
        var recorded = File.ReadAllText(Path.Combine(JinjaCorpus.Folder, "corpus", "recorded-with.json")).Trim();
        const string program = """
            import json, platform
            try:
                import jinja2, markupsafe
                print(json.dumps({"python": ".".join(platform.python_version_tuple()[:2]), "jinja2": jinja2.__version__, "markupsafe": markupsafe.__version__}))
            except ImportError:
                print("no Jinja2")
            """;
        var found = (await ExternalProgram.RunAsync(Python, Package, ["-c", program])).Trim();
        Assert.SkipUnless(found == recorded, $"The corpus was recorded with {recorded} (Debian 12's {Package}); here is {found}.");
    }
}
