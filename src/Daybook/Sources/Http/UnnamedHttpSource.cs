using Daybook.Composition;

namespace Daybook.Sources.Http;

/// <summary>Stands where a template names no configured source: its datasets can be checked, and never be fetched.</summary>
internal sealed class UnnamedHttpSource : IDataSource
{
    public const string KindName = "http";

    public string Kind => KindName;

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => HttpDataset.Check(query);

    public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken) => throw new DataSourceException(
        HttpSourceCodes.SourceNotNamed, "An address is never written into a template; name a source that an administrator set up, such as http/tickets.");
}
