using System.Collections.Immutable;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

/// <summary>The columns a dataset keeps, renames and computes: what is no column of the data is an expression over the columns.</summary>
internal static class RowSelection
{
    public static DatasetRows Apply(
        DatasetDefinition dataset, ImmutableArray<DataColumn> columns, List<ImmutableArray<object?>> rows, TextRenderer texts, DataScope scope, CancellationToken cancellationToken)
    {
        var picked = dataset.Select.Select(column => IndexOf(columns, column.From) is var index and >= 0
            ? (new DataColumn(column.Name, columns[index].Type), rows.Select(row => row[index]))
            : Computed(dataset, column, columns, rows, texts, scope, cancellationToken)).ToList();
        var values = picked.Select(column => column.Item2.ToList()).ToList();
        return new DatasetRows([.. picked.Select(column => column.Item1)], [.. rows.Select((_, row) => values.Select(column => column[row]).ToImmutableArray())]);
    }

    private static int IndexOf(ImmutableArray<DataColumn> columns, string name)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i].Name == name)
                return i;
        }

        return -1;
    }

    private static (DataColumn Column, IEnumerable<object?> Values) Computed(
        DatasetDefinition dataset, SelectedColumn column, ImmutableArray<DataColumn> columns, List<ImmutableArray<object?>> rows, TextRenderer texts, DataScope scope, CancellationToken cancellationToken)
    {
        if (column.From.All(c => char.IsLetterOrDigit(c) || c == '_') && !scope.Names.Contains(column.From))
            throw new DataSourceException(SourceCodes.UnknownColumn, $"Dataset '{dataset.Name}': select names the column '{column.From}', which the data does not have{NearMatch.End(column.From, columns.Select(one => one.Name))} Its columns are {string.Join(", ", columns.Select(one => one.Name))}.");
        var expression = new RowExpression(texts, TemplateText.At(dataset.Location, $"({column.From})|tojson"), columns, scope);
        var values = rows.Select(row => expression.Evaluate(row, cancellationToken) is Markup json ? JsonElement.Parse(json.Text) : JsonValues.Null).ToList();
        var types = new JsonColumns();
        foreach (var value in values)
            types.Add(column.Name, value);
        var type = types.Columns is [var only] ? only.Type : DataType.Text;
        return (new DataColumn(column.Name, type), values.Select(value => value.ValueKind == JsonValueKind.Null ? null : JsonScalar.Read(value, type)));
    }
}
