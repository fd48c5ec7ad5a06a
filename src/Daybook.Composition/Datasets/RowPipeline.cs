using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>What a dataset does with rows, in this order: where, order_by, limit, select.</summary>
internal sealed class RowPipeline(DatasetDefinition dataset, ImmutableArray<DataColumn> columns, TextRenderer texts, DataScope scope, CollectorOptions options)
{
    private const int CellBytes = 24;

    private readonly List<ImmutableArray<object?>> _rows = [];
    private readonly RowExpression? _where = dataset.Where is { } where ? new RowExpression(texts, where, columns, scope) : null;
    private long _bytes;
    private long _omitted;

    public void Add(object?[] row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_where is not null && !_where.IsTrue(row, cancellationToken))
            return;
        if (dataset.OrderBy.IsEmpty && _rows.Count >= (dataset.Limit ?? int.MaxValue))
        {
            _omitted++;
            return;
        }

        if (_rows.Count >= options.MaxRows)
            throw TooMuch($"has more than {options.MaxRows:N0} rows");
        _bytes += Size(row);
        if (_bytes > options.MaxBytes)
            throw TooMuch($"takes more than {options.MaxBytes / (1024 * 1024)} MB");
        _rows.Add(ImmutableCollectionsMarshal.AsImmutableArray(row));
    }

    public DatasetResult Finish(CancellationToken cancellationToken)
    {
        var rows = _rows;
        if (!dataset.OrderBy.IsEmpty && rows.Count > 0)
            rows = RowOrder.Sort(rows, [.. dataset.OrderBy.Select(term => (IndexOf(term.Column, "order_by"), term.Descending))]);
        if (dataset.Limit is { } limit && rows.Count > limit)
        {
            _omitted += rows.Count - limit;
            rows = rows[..limit];
        }

        var content = dataset.Select.IsEmpty || columns.IsEmpty
            ? new DatasetRows(columns, [.. rows])
            : RowSelection.Apply(dataset, columns, rows, texts, scope, cancellationToken);
        return new DatasetResult(content) { OmittedRows = _omitted };
    }

    private static long Size(object?[] row)
    {
        long size = CellBytes;
        foreach (var value in row)
            size += CellBytes + (value switch { string text => text.Length * 2L, JsonElement => 200, _ => 0 });
        return size;
    }

    private int IndexOf(string column, string key)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Name == column)
                return i;
        }

        throw new DataSourceException(SourceCodes.UnknownColumn, $"Dataset '{dataset.Name}': {key} names the column '{column}', which the data does not have{NearMatch.End(column, columns.Select(one => one.Name))} Its columns are {string.Join(", ", columns.Select(one => one.Name))}.");
    }

    private DataSourceException TooMuch(string what) =>
        new(SourceCodes.TooMuchData, $"Dataset '{dataset.Name}' {what}; keep fewer rows with where:, or fewer columns with select:.");
}
