using System.Collections.Immutable;

namespace Daybook.Composition;

/// <summary>Takes the rows of a source for one dataset. What goes wrong for it does not hinder the other datasets that read along.</summary>
internal sealed class DatasetSink
{
    private readonly RowPipeline _rows;
    private DatasetFailure? _failure;

    public DatasetSink(DatasetDefinition dataset, ImmutableArray<DataColumn> columns, TextRenderer texts, DataScope scope, CollectorOptions options)
    {
        Dataset = dataset;
        _rows = new RowPipeline(dataset, columns, texts, scope, options);
    }

    public DatasetDefinition Dataset { get; }

    /// <summary>True when no further row can change the result.</summary>
    public bool HasFailed => _failure is not null;

    public void Add(object?[] row, CancellationToken cancellationToken) => _ = Guard(() =>
    {
        _rows.Add(row, cancellationToken);
        return true;
    });

    public DatasetResult Finish(CancellationToken cancellationToken)
    {
        var result = Guard(() => Dataset.At is null ? _rows.Finish(cancellationToken) : throw NoPath(Dataset));
        return result ?? new DatasetResult(_failure!);
    }

    /// <summary>A value, or the part of it that the dataset wants; as rows when the dataset picks among them.</summary>
    public static DatasetResult OfValue(DatasetDefinition dataset, DataNode value, TextRenderer texts, DataScope scope, CollectorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var part = dataset.At is { } path ? Part(value, path) : value;
            if (dataset is { Where: null, Select.IsEmpty: true, OrderBy.IsEmpty: true, Limit: null })
                return new DatasetResult(new DatasetValue(part.AsJson()));
            var rows = part.AsRows() ?? throw new DataSourceException(SourceCodes.NotRows, $"Dataset '{dataset.Name}': where, select, order_by and limit need a list of objects; write at: with the path of the list.");
            var pipeline = new RowPipeline(dataset, rows.Columns, texts, scope, options);
            foreach (var row in rows.Rows)
                pipeline.Add([.. row], cancellationToken);
            return pipeline.Finish(cancellationToken);
        }
        catch (Exception exception) when (SharedRead.FailureOf(exception) is { } failure)
        {
            return new DatasetResult(failure);
        }
    }

    private static DataNode Part(DataNode value, DataPath path)
    {
        var node = value;
        foreach (var name in path.Path.Split('.'))
            node = node.Child(name) ?? throw new CompositionException(SectionCodes.UnknownPath, $"The data has no '{path}'{NearMatch.Question(name, node.Names)}") { Location = path.Location };
        return node;
    }

    private static DataSourceException NoPath(DatasetDefinition dataset) =>
        new(SourceCodes.NotAValue, $"Dataset '{dataset.Name}': at needs a value with parts, but the source gives rows; remove at.");

    private T? Guard<T>(Func<T> work)
    {
        if (_failure is not null)
            return default;
        try
        {
            return work();
        }
        catch (Exception exception) when (SharedRead.FailureOf(exception) is { } failure)
        {
            _failure = failure;
            return default;
        }
    }
}
