using System.Collections.Immutable;

namespace Daybook.Documents;

/// <summary>A table of typed cells; each row has one cell per column.</summary>
public sealed record Table(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) : DocumentBlock
{
    /// <summary>Plain text above the table; null shows none.</summary>
    public string? Caption { get; init; }

    /// <summary>The last row, set apart; null when the table has none.</summary>
    public TableRow? Totals { get; init; }

    /// <summary>Rows that exist in the data but are not in <see cref="Rows"/>; shown as a remark when above zero.</summary>
    public int OmittedRows { get; init; }

    public override void Accept<TContext>(BlockVisitor<TContext> visitor, TContext context) => visitor.Visit(this, context);
}
