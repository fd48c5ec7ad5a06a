using System.Collections.Immutable;
using Daybook.Composition;

namespace Daybook.Sources.Http;

/// <summary>Rows of an answer, which goes when they were read.</summary>
internal sealed class FetchedRows(RowsReader inner, DirectoryInfo folder, Uri address) : RowsReader
{
    public override ImmutableArray<DataColumn> Columns => inner.Columns;

    public override IReadOnlyList<DataNote> Notes => inner.Notes;

    public override IReadOnlyList<string> Origins { get; } = [address.GetLeftPart(UriPartial.Path)];

    public override IAsyncEnumerable<object?[]> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        folder.Delete(recursive: true);
    }
}
