using System.Collections.Immutable;
using Daybook.Composition;
using Daybook.Hosting;
using Daybook.RedTeam;

namespace Daybook.Sources;

/// <summary>Invented logs that previews are made from. They are written when first asked for.</summary>
internal sealed class SampleData(ServerSettings settings) : IDisposable
{
    public const string Zone = "America/New_York";

    /// <summary>Where a template's garak datasets find the logs, from the folder of the samples.</summary>
    public const string Logs = "logs/*.report.jsonl";

    /// <summary>The last day that the logs tell of.</summary>
    public static readonly DateOnly BusinessDate = new(2026, 5, 14);

    private readonly SemaphoreSlim _writing = new(1);
    private ImmutableArray<IDataSource>? _sources;

    public async Task<ImmutableArray<IDataSource>> SourcesAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_sources is not { } sources)
            {
                var folder = Path.Combine(Path.GetFullPath(settings.DataFolder), "samples");
                await SampleLogs.WriteAsync(Path.Combine(folder, Path.GetDirectoryName(Logs)!), BusinessDate, SampleSize.Standard, cancellationToken).ConfigureAwait(false);
                _sources = sources = SourceCatalog.Of([folder]);
            }

            return sources;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();
}
