using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Daybook.Composition;

namespace Daybook.Tests.Composition.Datasets;

/// <summary>Two rows per day whose figures tell the day; counts how often it is opened.</summary>
internal sealed class CountingSource : IDataSource
{
    public string Kind => "garak";

    public int Opened { get; private set; }

    public IReadOnlyList<Diagnostic> Check(DatasetQuery query) => [];

    public Task<DatasetReader> OpenAsync(DatasetQuery query, CancellationToken cancellationToken)
    {
        Opened++;
        return Task.FromResult<DatasetReader>(new Reader(query.Period.BusinessDate.Day));
    }

    private sealed class Reader(int day) : RowsReader
    {
        public override ImmutableArray<DataColumn> Columns { get; } = [new("day", DataType.Integer), new("name", DataType.Text)];

        public override IReadOnlyList<DataNote> Notes => [new("note", $"Day {day} is incomplete.", 1, IsBlocking: true)];

        public override IReadOnlyList<string> Origins => [$"day{day}.log"];

        public override async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return [(long)day, "b"];
            yield return [(long)day * 10, "a"];
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
