using System.Collections.Immutable;
using Daybook.RedTeam;

namespace Daybook.Tests.RedTeam.Samples;

/// <summary>The sample logs of 4 May 2026, written once for a test class.</summary>
public sealed class SampleFolder : IAsyncLifetime
{
    public static DateOnly BusinessDate { get; } = new(2026, 5, 4);

    public string Folder { get; } = Directory.CreateTempSubdirectory("daybook-samples-").FullName;

    public ImmutableArray<string> Files { get; private set; }

    public IEnumerable<string> Reports => Files.Where(file => file.EndsWith(".report.jsonl", StringComparison.Ordinal));

    public async ValueTask InitializeAsync() =>
        Files = await SampleLogs.WriteAsync(Folder, BusinessDate, SampleSize.Standard, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
