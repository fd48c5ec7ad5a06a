using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>JSON objects in memory as rows.</summary>
internal sealed class JsonRowsReader(IReadOnlyList<JsonElement> objects, IReadOnlyList<string> origins) : RowsReader
{
    public override ImmutableArray<DataColumn> Columns { get; } = JsonColumns.Of(objects);

    public override IReadOnlyList<DataNote> Notes => [];

    public override IReadOnlyList<string> Origins => origins;

    public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in objects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return JsonColumns.Row(item, Columns);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
