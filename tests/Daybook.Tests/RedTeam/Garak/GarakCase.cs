using System.Text;
using Daybook.Composition;
using Daybook.RedTeam;
using NodaTime;

namespace Daybook.Tests.RedTeam.Garak;

/// <summary>Reads logs that a test writes out line by line.</summary>
internal static class GarakCase
{
    public const string Setup = """{"entry_type":"start_run setup","_config.version":"0.14.1","transient.run_id":"r1","plugins.target_type":"rest","plugins.target_name":"shop","reporting.taxonomy":null}""";

    public const string Init = """{"entry_type":"init","garak_version":"0.14.1","start_time":"2026-05-04T17:02:11.512345","run":"r1"}""";

    public const string Completion = """{"entry_type":"completion","end_time":"2026-05-04T17:20:40.1","run":"r1"}""";

    /// <summary>A run that began and ended, with these records between.</summary>
    public static string[] Run(params string[] records) => [Setup, Init, .. records, Completion];

    /// <param name="scores">JSON of the list, such as <c>1.0,null</c>.</param>
    public static string Attempt(string uuid, int status, string scores = "", string probe = "demo.Echo", string detector = "demo.EchoHit", int seq = 0)
    {
        var results = status == 2 ? $$"""{"{{detector}}":[{{scores}}]}""" : "{}";
        var outputs = string.Join(",", Enumerable.Repeat("\"tulip\"", status == 2 ? Math.Max(1, scores.Split(',').Length) : 1));
        return $$"""{"entry_type":"attempt","uuid":"{{uuid}}","seq":{{seq}},"status":{{status}},"probe_classname":"{{probe}}","prompt":"Repeat: tulip","outputs":[{{outputs}}],"detector_results":{{results}},"goal":"repeat a word"}""";
    }

    public static string Eval(int passed, int total, string probe = "demo.Echo", string detector = "demo.EchoHit") =>
        $$"""{"entry_type":"eval","probe":"{{probe}}","detector":"{{detector}}","passed":{{passed}},"fails":{{total - passed}},"nones":0,"total_evaluated":{{total}},"total_processed":{{total}}}""";

    public static Task<GarakLog> ReadAsync(params string[] lines) => ReadTextAsync(string.Join('\n', lines) + "\n");

    public static Task<GarakLog> ReadTextAsync(string text, GarakOptions? options = null) => ReadBytesAsync(Encoding.UTF8.GetBytes(text), options);

    public static Task<GarakLog> ReadBytesAsync(byte[] bytes, GarakOptions? options = null) =>
        new GarakLogReader(File(bytes), options ?? new GarakOptions()).ReadAsync(CancellationToken.None);

    public static async Task<DataSourceException> RefusalAsync(byte[] bytes, GarakOptions? options = null) =>
        await Assert.ThrowsAsync<DataSourceException>(() => ReadBytesAsync(bytes, options));

    public static Task<DataSourceException> RefusalAsync(string text) => RefusalAsync(Encoding.UTF8.GetBytes(text));

    public static GarakFile File(byte[] bytes, string name = "a.report.jsonl") => new(name, () => new MemoryStream(bytes, writable: false));

    public static GarakFile File(string name, params string[] lines) => File(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), name);

    public static Task<GarakLogSet> ReadSetAsync(params GarakFile[] files) => GarakLogSet.ReadAsync(files, [], new GarakOptions(), CancellationToken.None);

    public static async Task<List<Finding>> FindingsAsync(GarakLogSet logs)
    {
        var findings = new List<Finding>();
        await foreach (var finding in FindingRows.ReadAsync(logs, _ => true, new GarakOptions(), CancellationToken.None))
            findings.Add(finding);
        return findings;
    }

    public static DataNote Note(GarakRun run, string code) => Assert.Single(run.Summary.Notes, note => note.Code == code);

    public static void HasNoNote(GarakRun run, string code) => Assert.DoesNotContain(run.Summary.Notes, note => note.Code == code);

    public static Instant At(int year, int month, int day, int hour, int minute, int second) => Instant.FromUtc(year, month, day, hour, minute, second);
}
