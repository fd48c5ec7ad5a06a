using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>One dataset as it was collected.</summary>
public sealed record DatasetResult(DatasetContent Content)
{
    /// <summary>What a reader of the report must know about the data.</summary>
    public ImmutableArray<DataNote> Notes { get; init; } = [];

    /// <summary>The files or addresses the data came from.</summary>
    public ImmutableArray<string> Origins { get; init; } = [];

    /// <summary>Rows that the dataset's limit left out.</summary>
    public long OmittedRows { get; init; }
}
