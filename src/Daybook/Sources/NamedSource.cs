using Daybook.Composition;

namespace Daybook.Sources;

/// <summary>A source under the name that an administrator gave it.</summary>
internal sealed class NamedSource(string kind, IDataSource inner) : IDataSource
{
    public string Kind => kind;

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => inner.Check(query);

    public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken) => inner.OpenAsync(query, cancellationToken);
}
