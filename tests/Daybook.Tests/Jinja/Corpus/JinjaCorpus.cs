using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Daybook.Tests.Jinja.Corpus;

/// <summary>The recorded cases, and the differences that are wanted.</summary>
internal static class JinjaCorpus
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "../../../Daybook.SystemTests/Jinja"));

    public static IEnumerable<string> Lines => Directory.GetFiles(Path.Combine(Folder, "corpus"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines);

    public static IReadOnlyList<JinjaCase> Cases => [.. Lines.Select(JinjaCase.Read)];

    public static IReadOnlyList<KnownDifference> KnownDifferences =>
        JsonSerializer.Deserialize<KnownDifference[]>(File.ReadAllText(Path.Combine(Folder, "known-differences.json")), Json)!;

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
