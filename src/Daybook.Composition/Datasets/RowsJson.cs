using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>Rows in stored form: the columns with their types, each row a list.</summary>
internal static class RowsJson
{
    public static void Write(Utf8JsonWriter writer, DatasetRows content)
    {
        writer.WriteStartArray("columns");
        foreach (var column in content.Columns)
        {
            writer.WriteStartObject();
            writer.WriteString("name", column.Name);
            writer.WriteString("type", column.Type.Word());
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rows");
        foreach (var row in content.Rows)
        {
            writer.WriteStartArray();
            foreach (var value in row)
                ValueJson.Write(writer, value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public static DatasetRows Read(JsonElement dataset)
    {
        ImmutableArray<DataColumn> columns = [.. dataset.GetProperty("columns").EnumerateArray().Select(ReadColumn)];
        return new DatasetRows(columns, [.. dataset.GetProperty("rows").EnumerateArray().Select(row => ReadRow(row, columns))]);
    }

    private static DataColumn ReadColumn(JsonElement column) =>
        DataTypeWords.TryParse(column.GetProperty("type").GetString()!, out var type)
            ? new DataColumn(column.GetProperty("name").GetString()!, type)
            : throw new FormatException("unknown column type");

    private static ImmutableArray<object?> ReadRow(JsonElement row, ImmutableArray<DataColumn> columns) =>
        row.GetArrayLength() == columns.Length
            ? [.. row.EnumerateArray().Select((value, i) => ReadValue(value, columns[i].Type))]
            : throw new FormatException("a row has another number of values than there are columns");

    private static object? ReadValue(JsonElement value, DataType type) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (DataType.Date, _) => DateOnly.ParseExact(value.GetString()!, ValueJson.DateFormat, CultureInfo.InvariantCulture),
        (DataType.Instant, _) => DateTimeOffset.ParseExact(value.GetString()!, ValueJson.InstantFormat, CultureInfo.InvariantCulture),
        (DataType.Float, JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        _ => JsonScalar.Read(value, type),
    };
}
