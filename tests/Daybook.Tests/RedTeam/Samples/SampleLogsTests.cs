using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Samples;

public sealed class SampleLogsTests(SampleFolder samples) : IClassFixture<SampleFolder>
{
    private const string Truncated = "garak.atlas-search.2026-05-04.report.jsonl";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_same_date_gives_the_same_bytes_on_every_machine()
    {
        var listing = new StringBuilder();
        foreach (var file in samples.Files)
        {
            var content = File.ReadAllBytes(Path.Combine(samples.Folder, file));
            listing.Append($"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]} {content.Length,8} {file}\n");
        }

        Golden.Matches(listing.ToString(), "sample-logs.txt");
    }

    [Fact]
    public void There_are_three_targets_eight_probes_and_a_fortnight()
    {
        var names = samples.Reports.Select(file => file.Split('.')).ToArray();

        Assert.Equal(["atlas-search", "harbour-assistant", "ledger-copilot"], names.Select(name => name[1]).Distinct().Order());
        Assert.Equal("2026-04-20", names.Min(name => name[2]));
        Assert.Equal("2026-05-04", names.Max(name => name[2]));
        Assert.Equal(8, samples.Reports.SelectMany(Records).Where(IsAttempt).Select(Probe).Distinct().Count());
    }

    [Fact]
    public void Every_line_is_json_except_the_last_one_of_the_run_that_broke_off()
    {
        foreach (var file in samples.Files)
        {
            var lines = File.ReadAllLines(Path.Combine(samples.Folder, file));
            foreach (var line in file == Truncated ? lines[..^1] : lines)
                using (JsonDocument.Parse(line)) { }
            if (file == Truncated)
                Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(lines[^1]));
        }
    }

    [Fact]
    public void Every_evaluation_agrees_with_its_attempts_except_the_one_that_must_not()
    {
        var differing = new List<string>();
        foreach (var file in samples.Reports)
        {
            var records = Records(file).ToArray();
            foreach (var eval in records.Where(record => Type(record) == "eval"))
            {
                var detector = eval.GetProperty("detector").GetString()!.Replace("detector.", "", StringComparison.Ordinal);
                var scores = records
                    .Where(record => IsAttempt(record) && record.GetProperty("status").GetInt32() == 2 && Probe(record) == eval.GetProperty("probe").GetString())
                    .SelectMany(record => record.GetProperty("detector_results").GetProperty(detector).EnumerateArray())
                    .ToArray();
                var passed = scores.Count(score => score.ValueKind == JsonValueKind.Number && score.GetDecimal() < 0.5m);
                if (passed != eval.GetProperty("passed").GetInt32())
                    differing.Add($"{file} {detector}");
            }
        }

        Assert.Equal(["garak.harbour-assistant.2026-05-04.report.jsonl packagehallucination.PythonPypi"], differing);
    }

    [Fact]
    public void A_hitlog_has_one_line_for_every_hit_of_a_whole_run()
    {
        foreach (var file in samples.Reports.Where(file => file != Truncated))
        {
            var hits = Records(file)
                .Where(record => IsAttempt(record) && record.GetProperty("status").GetInt32() == 2)
                .SelectMany(record => record.GetProperty("detector_results").EnumerateObject())
                .SelectMany(detector => detector.Value.EnumerateArray())
                .Count(score => score.ValueKind == JsonValueKind.Number && score.GetDecimal() >= 0.5m);

            Assert.Equal(hits, File.ReadAllLines(Path.Combine(samples.Folder, file.Replace(".report.", ".hitlog.", StringComparison.Ordinal))).Length);
        }
    }

    [Fact]
    public void The_run_that_broke_off_has_answers_without_scores_and_no_end()
    {
        var records = Records(Truncated).ToArray();
        var attempts = records.Where(IsAttempt).ToLookup(record => record.GetProperty("status").GetInt32());

        Assert.True(attempts[1].Count() > attempts[2].Count());
        Assert.DoesNotContain(records, record => Type(record) is "completion" or "digest");
    }

    [Fact]
    public void Records_have_the_fields_of_a_real_log_in_the_same_order()
    {
        var real = Path.Combine(RepositoryRoot(), "..", "shared", "data", "garak", "quack.report.jsonl");
        Assert.SkipUnless(File.Exists(real), "needs the real log ../shared/data/garak/quack.report.jsonl");
        var sample = Records("garak.ledger-copilot.2026-05-04.report.jsonl").ToArray();
        var original = File.ReadLines(real).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        foreach (var type in new[] { "init", "attempt", "completion" })
            Assert.Equal(Fields(original.First(record => Type(record) == type)), Fields(sample.First(record => Type(record) == type)));
        Assert.Empty(Fields(original.First(record => Type(record) == "eval")).Except(Fields(sample.First(record => Type(record) == "eval"))));
        var setup = Fields(original[0]).ToArray();
        var known = Fields(sample[0]).Where(setup.Contains).ToArray();
        Assert.Equal(setup.Where(known.Contains), known);
        var digest = original[^1].GetProperty("meta");
        Assert.Equal(Fields(digest).Where(name => name != "calibration"), Fields(sample[^1].GetProperty("meta")));
    }

    [Fact]
    public async Task A_large_log_is_as_large_as_asked_and_complete()
    {
        var buffer = new MemoryStream();
        await SampleLogs.WriteLargeAsync(buffer, new DateOnly(2026, 5, 4), 5_000_000, Cancellation);
        var lines = Encoding.UTF8.GetString(buffer.ToArray()).TrimEnd('\n').Split('\n');

        Assert.InRange(buffer.Length, 5_000_000, 10_000_000);
        Assert.Equal("start_run setup", Type(JsonDocument.Parse(lines[0]).RootElement));
        Assert.Equal("digest", Type(JsonDocument.Parse(lines[^1]).RootElement));
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
    }

    private IEnumerable<JsonElement> Records(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(samples.Folder, file)))
        {
            JsonElement record;
            try
            {
                record = JsonDocument.Parse(line).RootElement;
            }
            catch (JsonException)
            {
                yield break;
            }

            yield return record;
        }
    }

    private static bool IsAttempt(JsonElement record) => Type(record) == "attempt";

    private static string? Type(JsonElement record) => record.GetProperty("entry_type").GetString();

    private static string? Probe(JsonElement record) => record.GetProperty("probe_classname").GetString();

    private static IEnumerable<string> Fields(JsonElement record) => record.EnumerateObject().Select(property => property.Name);

    private static string RepositoryRoot([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "Daybook.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
