using System.Text.Json;
using Daybook.Composition;

namespace Daybook.Sources.Http;

/// <summary>The value of an answer, which goes when it was read.</summary>
internal sealed class FetchedValue(ValueReader inner, DirectoryInfo folder, Uri address) : ValueReader
{
    public override IReadOnlyList<DataNote> Notes => inner.Notes;

    public override IReadOnlyList<string> Origins { get; } = [address.GetLeftPart(UriPartial.Path)];

    public override Task<JsonElement> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        folder.Delete(recursive: true);
    }
}
