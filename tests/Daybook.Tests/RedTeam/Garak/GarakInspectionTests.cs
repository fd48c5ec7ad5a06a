using System.Text.Json;
using Daybook.RedTeam;
using NodaTime;
using static Daybook.Tests.RedTeam.Garak.GarakCase;

namespace Daybook.Tests.RedTeam.Garak;

public sealed class GarakInspectionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("daybook-inspect-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_log_is_told_as_JSON()
    {
        var path = Write("a.report.jsonl", string.Join('\n', Run(
            """{"entry_type":"plugin_cache","plugin_cache":{"probes":{"probes.demo.Echo":{"description":"repeats","tags":["owasp:llm01"],"tier":1,"primary_detector":"demo.EchoHit"}}}}""",
            Attempt("u1", 1),
            Attempt("u1", 2, "1.0,0.2,null"),
            Attempt("u2", 1),
            """{"entry_type":"eval","probe":"demo.Echo","detector":"demo.EchoHit","passed":30,"fails":10,"nones":2,"total_evaluated":40,"total_processed":42,"confidence_method":"bootstrap","confidence":"0.95","confidence_lower":0.125,"confidence_upper":0.4}""")));

        var log = await Inspect(path);

        Golden.Matches(GarakInspection.ToJson([log with { File = "a.report.jsonl", Log = Renamed(log.Log!) }]) + "\n", "inspection.json");
    }

    [Fact]
    public async Task A_refused_file_is_an_answer()
    {
        var pointer = await Inspect(Write("p.report.jsonl", "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 7\n"));
        var empty = await Inspect(Write("e.report.jsonl", ""));
        var missing = await Inspect(Path.Combine(_folder.FullName, "none.jsonl"));
        var folder = await Inspect(_folder.FullName);

        Assert.Equal(["log_lfs_pointer", "empty_file", "no_such_file", "not_a_file"], new[] { pointer, empty, missing, folder }.Select(log => log.Refusal!.Code));
        using var json = JsonDocument.Parse(GarakInspection.ToJson([pointer]));
        Assert.Equal("log_lfs_pointer", json.RootElement[0].GetProperty("refusal").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Progress_is_told_in_bytes()
    {
        var path = Write("a.report.jsonl", string.Join('\n', Run([.. Enumerable.Range(0, 2500).Select(number => Attempt($"u{number}", 2, "0"))])));
        var told = new Told();

        var log = await GarakInspection.ReadAsync(path, DateTimeZone.Utc, GarakLimits.Default, told, CancellationToken.None);

        Assert.Equal(2, told.Bytes.Count);
        Assert.All(told.Bytes, bytes => Assert.InRange(bytes, 1, log.Log!.Bytes));
    }

    private static Task<InspectedLog> Inspect(string path) => GarakInspection.ReadAsync(path, DateTimeZone.Utc, GarakLimits.Default, null, CancellationToken.None);

    private static GarakLog Renamed(GarakLog log) => log with { File = "a.report.jsonl", Runs = [.. log.Runs.Select(Renamed)] };

    private static GarakRun Renamed(GarakRun run) => run with
    {
        Summary = run.Summary with
        {
            File = "a.report.jsonl",
            Notes = [.. run.Summary.Notes.Select(note => note with { Message = note.Message.Replace(run.Summary.File, "a.report.jsonl", StringComparison.Ordinal) })],
        },
    };

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private sealed class Told : IProgress<long>
    {
        public List<long> Bytes { get; } = [];

        public void Report(long value) => Bytes.Add(value);
    }
}
