using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Daybook.Composition;
using Daybook.RedTeam;
using Daybook.Tests.Composition;
using Daybook.Tests.Composition.Composing;

namespace Daybook.Tests.Commands;

/// <summary>What happens to files while they are read, and to machines: what no command line can cause by itself.</summary>
internal static class RareSourceErrors
{
    public static IReadOnlyDictionary<string, Func<Task<string>>> All { get; } = new Dictionary<string, Func<Task<string>>>
    {
        [SourceCodes.NoAccess] = () => Replaced(path =>
        {
            File.WriteAllText(path, "{}");
            Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "no_access: the account of this test may read every file.");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.None);
        }),
        [SourceCodes.UnreadableFile] = () => Replaced(path => File.CreateSymbolicLink(path, path)),
        [SourceCodes.FileChanged] = ChangedBetweenReadings,
        [SourceCodes.UnreadableSource] = () => FailureOf(new Source(() => throw new IOException("connection reset"))),
        [SourceCodes.TooMuchData] = () => FailureOf(new Source(() => new EndlessRows())),
        [SourceCodes.TooManyFiles] = TooManyFiles,
        [LogRefusalCodes.Changed] = ShrunkLog,
        [LogRefusalCodes.NoRoom] = () => Task.FromResult(LogRefusal.NoRoom(new IOException("No space left on device.")).Message),
        [SourceCodes.BadSnapshot] = () => Task.FromResult(Assert.Throws<DataSourceException>(() => SnapshotJson.Read("{\"version\": 1, \"datasets\": {"u8.ToArray())).Message),
    };

    /// <summary>A file that something else stands for when it is opened.</summary>
    private static Task<string> Replaced(Action<string> replace)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "findings.json");
        File.WriteAllText(path, "{}");
        var file = Assert.Single(new FileRoots([folder.Path]).Resolve("findings.json"));
        File.Delete(path);
        replace(path);
        return Task.FromResult(Assert.Throws<DataSourceException>(() => file.OpenRead().Dispose()).Message);
    }

    private static async Task<string> ChangedBetweenReadings()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "findings.jsonl");
        await File.WriteAllTextAsync(path, "{\"open\": 3}\n");
        var settings = new Dictionary<string, JsonElement> { ["path"] = JsonDocument.Parse("\"findings.jsonl\"").RootElement };
        var query = new DatasetQuery("runs", settings.ToImmutableDictionary(), TestPeriods.Monday);
        await using var reader = await new FileSource(new FileRoots([folder.Path])).OpenAsync(query, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(path, "{\"open\": \"three\"}\n");
        return (await Assert.ThrowsAsync<DataSourceException>(async () =>
        {
            await foreach (var _ in Assert.IsAssignableFrom<RowsReader>(reader).ReadAsync(TestContext.Current.CancellationToken))
            {
            }
        })).Message;
    }

    private static Task<string> TooManyFiles()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 20_000; i++)
            File.WriteAllText(Path.Combine(folder.Path, $"{i}.json"), "");
        var pattern = string.Concat(Enumerable.Repeat("**/", 10)) + "findings.json";
        return Task.FromResult(Assert.Throws<DataSourceException>(() => new FileRoots([folder.Path]).Resolve(pattern)).Message);
    }

    private static async Task<string> FailureOf(Source source)
    {
        var request = new CollectionRequest
        {
            Template = Compose.Template("datasets:\n  runs: {source: inline, value: 1}\nblocks: []\n"),
            Parameters = ImmutableSortedDictionary<string, JsonElement>.Empty,
            Period = TestPeriods.Monday,
            GeneratedAt = TestPeriods.Monday.End,
        };
        var snapshot = await new DatasetCollector([source], new CollectorOptions()).CollectAsync(request, TestContext.Current.CancellationToken);
        return Assert.IsType<DatasetFailure>(snapshot.Datasets["runs"].Content).Message;
    }

    private static async Task<string> ShrunkLog()
    {
        var file = new GarakFile("a.report.jsonl", () => new Shrunk("{\"entry_type\": \"start_run setup\"}\n"u8.ToArray()));
        return (await Assert.ThrowsAsync<DataSourceException>(() => new GarakLogReader(file, new GarakOptions()).ReadAsync(TestContext.Current.CancellationToken))).Message;
    }

    private sealed class Shrunk(byte[] bytes) : MemoryStream(bytes[..(bytes.Length / 2)])
    {
        public override long Length => bytes.Length;
    }

    private sealed class Source(Func<DatasetReader> open) : IDataSource
    {
        public string Kind => "inline";

        public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => [];

        public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken) => Task.FromResult(open());
    }

    private sealed class EndlessRows : RowsReader
    {
        public override ImmutableArray<DataColumn> Columns { get; } = [new DataColumn("open", DataType.Integer)];

        public override IReadOnlyList<DataNote> Notes => [];

        public override IReadOnlyList<string> Origins => [];

        public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            while (true)
                yield return [1L];
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
