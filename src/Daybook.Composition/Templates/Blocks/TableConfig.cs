using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>A table made straight from rows, with typed columns.</summary>
public sealed record TableConfig
{
    /// <summary>The rows; null takes the block's only data source.</summary>
    public DataPath? Data { get; init; }

    /// <summary>The columns in their order; empty shows all.</summary>
    public ImmutableArray<TableColumnConfig> Columns { get; init; } = [];

    /// <summary>Keys of the columns that the last row sums; empty for no such row.</summary>
    public ImmutableArray<string> Totals { get; init; } = [];

    /// <summary>Jinja; printed above the table as plain text.</summary>
    public TemplateText? Caption { get; init; }

    /// <summary>Most rows to print; what is left out is counted below the table. Null prints all.</summary>
    public int? Limit { get; init; }
}
