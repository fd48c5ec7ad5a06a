using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The columns of a series of JSON objects: every key in the order first seen, with the narrowest type that holds all its values.</summary>
/// <remarks>Null says nothing about a type; a column of nulls is text. Text is never turned into dates or numbers.</remarks>
internal sealed class JsonColumns
{
    private readonly OrderedDictionary<string, DataType?> _types = new(StringComparer.Ordinal);

    public ImmutableArray<DataColumn> Columns => [.. _types.Select(entry => new DataColumn(entry.Key, entry.Value ?? DataType.Text))];

    public static ImmutableArray<DataColumn> Of(IEnumerable<JsonElement> objects)
    {
        var columns = new JsonColumns();
        foreach (var item in objects)
            columns.Add(item);
        return columns.Columns;
    }

    public void Add(JsonElement item)
    {
        foreach (var property in item.EnumerateObject())
            Add(property.Name, property.Value);
    }

    public void Add(string column, JsonElement value)
    {
        var type = TypeOf(value);
        if (!_types.TryGetValue(column, out var known))
            _types.Add(column, type);
        else if (type is not null && known != type)
            _types[column] = known is null ? type : Wider(known.Value, type.Value);
    }

    /// <summary>The values of one object in the order of the columns, null where it lacks the key.</summary>
    public static object?[] Row(JsonElement item, ImmutableArray<DataColumn> columns)
    {
        var row = new object?[columns.Length];
        for (var i = 0; i < row.Length; i++)
        {
            if (item.TryGetProperty(columns[i].Name, out var value) && value.ValueKind != JsonValueKind.Null)
                row[i] = JsonScalar.Read(value, columns[i].Type);
        }

        return row;
    }

    private static DataType? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => DataType.Text,
        JsonValueKind.True or JsonValueKind.False => DataType.Boolean,
        JsonValueKind.Number => JsonScalar.NumberType(value),
        _ => DataType.Nested,
    };

    private static DataType Wider(DataType a, DataType b) => (a, b) switch
    {
        (DataType.Integer, DataType.Decimal) or (DataType.Decimal, DataType.Integer) => DataType.Decimal,
        (DataType.Float, DataType.Integer or DataType.Decimal) or (DataType.Integer or DataType.Decimal, DataType.Float) => DataType.Float,
        _ => DataType.Nested,
    };
}
