namespace Daybook.Composition;

/// <summary>An opened dataset: either rows that arrive one by one, or one value. The set is closed.</summary>
public abstract class DatasetReader : IAsyncDisposable
{
    private protected DatasetReader()
    {
    }

    /// <summary>What a reader of the report must know about the data (refused lines, truncated runs, mismatches); complete once the data was read.</summary>
    public abstract IReadOnlyList<DataNote> Notes { get; }

    /// <summary>The files or addresses the data came from, for tracing; complete once the data was read.</summary>
    public abstract IReadOnlyList<string> Origins { get; }

    public abstract ValueTask DisposeAsync();
}
