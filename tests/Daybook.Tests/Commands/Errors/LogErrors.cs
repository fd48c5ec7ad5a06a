using Daybook.Commands;
using Daybook.RedTeam;

namespace Daybook.Tests.Commands;

/// <summary>For every refusal of a garak log, and every code of a command, something that causes it.</summary>
internal static class LogErrors
{
    private const string Setup = "{\"entry_type\": \"start_run setup\"}\n";

    public static IReadOnlyDictionary<string, BadInput> All { get; } = new Dictionary<string, BadInput>
    {
        [LogRefusalCodes.LfsPointer] = BadInput.Log("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935\nsize 12345\n"),
        [LogRefusalCodes.Compressed] = BadInput.Log([0x1F, 0x8B, 8, 0, 0, 0]),
        [LogRefusalCodes.Html] = BadInput.Log("<!DOCTYPE html><html><body>report</body></html>"),
        [LogRefusalCodes.Binary] = BadInput.Log("SQLite format 3\0...."),
        [LogRefusalCodes.Empty] = BadInput.Log("\n\n"),
        [LogRefusalCodes.NotJson] = BadInput.Log(Setup + "Traceback (most recent call last):\n"),
        [LogRefusalCodes.NotGarak] = BadInput.Log("{\"data_type\": \"AVID\", \"report_id\": 7}\n"),
        [LogRefusalCodes.TooLarge] = BadInput.Log(string.Concat(Enumerable.Repeat(Setup, 4000))).WithLength("a.report.jsonl", 300_000_000),
        [LogRefusalCodes.TooManyLines] = BadInput.Log(Setup + new string('\n', 1_000_001)),
        [LogRefusalCodes.TooManyRuns] = BadInput.Log(string.Concat(Enumerable.Range(0, 1001).Select(i => $"{{\"entry_type\": \"init\", \"garak_version\": \"0.14.0\", \"start_time\": \"2026-05-04T08:00:00\", \"run\": \"{i}\"}}\n"))),
        [LogRefusalCodes.LineTooLong] = BadInput.Log("{\"entry_type\": \"attempt\", \"goal\": \"" + new string('x', 17_000_000)),
        [CommandCodes.FormatNotMade] = BadInput.Template("metadata: {id: t, name: T, version: \"1\"}\nblocks: []\nexport_config: {formats: [xlsx]}\n").WithoutFormat(),
    };
}
