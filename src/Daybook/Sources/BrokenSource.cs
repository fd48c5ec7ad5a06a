using Daybook.Composition;

namespace Daybook.Sources;

/// <summary>A source that cannot be opened: its datasets fail with the reason, and the others are read.</summary>
internal sealed class BrokenSource(string kind, string code, string message) : IDataSource
{
    public string Kind => kind;

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => [];

    public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken) => throw new DataSourceException(code, message);
}
