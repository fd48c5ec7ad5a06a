using System.Runtime.CompilerServices;
using System.Text.Json;
using Daybook.RedTeam;
using NodaTime;
using NodaTime.Text;

namespace Daybook.SystemTests.RedTeam;

/// <summary>Every figure of a log against a count that Python makes from its raw lines.</summary>
public sealed class GarakRecountTests
{
    private static readonly string[] RealFiles = ["quack.report.jsonl", "report_test.report.jsonl", "test.report.jsonl"];

    public static TheoryData<string> Files => [.. RealFiles];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_real_log_gives_the_figures_of_its_raw_lines(string name)
    {
        var path = Path.Combine(Folder(), "..", "..", "..", "..", "shared", "data", "garak", name);
        Assert.SkipUnless(File.Exists(path), $"{name} is missing; put garak's own test logs into ../shared/data/garak beside the repository.");

        await Compare(path);
    }

    [Fact]
    public async Task Invented_logs_with_every_irregularity_give_the_figures_of_their_raw_lines()
    {
        var folder = Directory.CreateTempSubdirectory("daybook-recount-");
        try
        {
            for (var seed = 1; seed <= 25; seed++)
            {
                var path = Path.Combine(folder.FullName, $"{seed}.report.jsonl");
                await Python("invent_log.py", seed.ToString(System.Globalization.CultureInfo.InvariantCulture), path);
                await Compare(path);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Compare(string path)
    {
        var inspected = await GarakInspection.ReadAsync(path, DateTimeZone.Utc, GarakLimits.Default, null, TestContext.Current.CancellationToken);
        Assert.Null(inspected.Refusal);
        var log = inspected.Log!;
        using var recount = JsonDocument.Parse(await Python("recount.py", path));
        var expected = recount.RootElement;

        var run = Assert.Single(log.Runs);
        CompareHead(expected.GetProperty("head"), run.Summary);
        Assert.Equal(
            expected.GetProperty("entries").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetInt64()),
            log.Entries.ToDictionary());
        Assert.Equal(expected.GetProperty("finished").GetInt64(), run.Summary.FinishedAttempts);
        Assert.Equal(expected.GetProperty("unfinished").GetInt64(), run.Summary.UnfinishedAttempts);

        var results = run.Results.ToDictionary(result => (result.Probe, result.Detector));
        var pairs = expected.GetProperty("pairs").EnumerateArray().ToList();
        Assert.Equal(pairs.Count, results.Count);
        foreach (var pair in pairs)
            ComparePair(pair, results[(Text(pair, "probe")!, Text(pair, "detector")!)]);
    }

    private static void CompareHead(JsonElement head, RunSummary summary)
    {
        Assert.Equal((Text(head, "run"), Text(head, "version")), (summary.RunId, summary.ToolVersion));
        Assert.Equal((Text(head, "target_type"), Text(head, "target_name")), (summary.GeneratorType, summary.Model));
        Assert.Equal(Text(head, "start"), Time(summary.Started));
        Assert.Equal(Text(head, "end"), Time(summary.Ended));
        Assert.Equal(Text(head, "end") is null ? RunState.Incomplete : RunState.Complete, summary.State);
    }

    private static void ComparePair(JsonElement pair, GarakResult result)
    {
        var (passed, evaluated) = (Number(pair, "claimed_passed"), Number(pair, "claimed_evaluated"));
        Assert.Equal((passed, evaluated), (result.Claim?.Passed, result.Claim?.Evaluated));
        if (pair.GetProperty("counted").GetBoolean())
        {
            Assert.Equal((Number(pair, "hits"), Number(pair, "passes"), Number(pair, "nones")), (result.Hits, result.Passes, result.Nones));
            Assert.Equal(ResultBasis.Attempts, result.Basis);
            var agrees = passed == result.Passes && evaluated == result.Hits + result.Passes;
            Assert.Equal(passed is null ? ClaimCheck.EvalMissing : agrees ? ClaimCheck.Agrees : ClaimCheck.Mismatch, result.Check);
        }
        else
        {
            Assert.Equal((passed, evaluated, ResultBasis.EvalLine), (result.Passes, result.Evaluated, result.Basis));
        }
    }

    private static string? Time(Instant? instant) =>
        instant is { } time ? LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff").Format(time.InUtc().LocalDateTime) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement element, string name) =>
        element.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    private static Task<string> Python(string script, params string[] arguments) =>
        ExternalProgram.RunAsync("/usr/bin/python3", "python3", [Path.Combine(Folder(), script), .. arguments]);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
