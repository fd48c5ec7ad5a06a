using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

internal sealed class RowsNode(DatasetRows content) : DataNode
{
    public override IEnumerable<string> Names => [];

    public override DataNode? Child(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? new JsonNode(index < content.Rows.Length ? ToJson(writer => WriteRow(writer, content.Rows[index])) : JsonValues.Null)
            : null;

    public override DatasetRows? AsRows() => content;

    public override JsonElement AsJson() => ToJson(WriteTo);

    public override void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (var row in content.Rows)
            WriteRow(writer, row);
        writer.WriteEndArray();
    }

    protected override object? Convert()
    {
        var rows = new List<object?>(content.Rows.Length);
        foreach (var row in content.Rows)
            rows.Add(RowOf(row));
        return new PyList(rows) { IsFrozen = true };
    }

    private PyDict RowOf(ImmutableArray<object?> row)
    {
        var values = new PyDict { IsFrozen = true };
        for (var i = 0; i < row.Length; i++)
            values[content.Columns[i].Name] = JinjaValue.Frozen(row[i]);
        return values;
    }

    private static JsonElement ToJson(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(writer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private void WriteRow(Utf8JsonWriter writer, ImmutableArray<object?> row)
    {
        writer.WriteStartObject();
        for (var i = 0; i < row.Length; i++)
        {
            writer.WritePropertyName(content.Columns[i].Name);
            ValueJson.Write(writer, row[i]);
        }

        writer.WriteEndObject();
    }
}
