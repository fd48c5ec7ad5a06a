using System.Text.Json;

namespace Daybook.Composition;

/// <summary>A value that is already in memory.</summary>
internal sealed class JsonValueReader(JsonElement value, IReadOnlyList<string> origins) : ValueReader
{
    public override IReadOnlyList<DataNote> Notes => [];

    public override IReadOnlyList<string> Origins => origins;

    public override Task<JsonElement> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(value);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
