using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Daybook.Jinja;

namespace Daybook.Composition;

internal sealed class JsonNode(JsonElement value) : DataNode
{
    public override IEnumerable<string> Names => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Select(entry => entry.Name),
        _ => [],
    };

    public override DataNode? Child(string name)
    {
        if (value.ValueKind == JsonValueKind.Object)
            return value.TryGetProperty(name, out var child) ? new JsonNode(child) : null;
        return value.ValueKind == JsonValueKind.Array
            && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                ? new JsonNode(index < value.GetArrayLength() ? value[index] : JsonValues.Null)
                : null;
    }

    public override DatasetRows? AsRows()
    {
        if (value.ValueKind != JsonValueKind.Array || value.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.Object))
            return null;
        var columns = JsonColumns.Of(value.EnumerateArray());
        return new DatasetRows(columns, [.. value.EnumerateArray().Select(item => ImmutableCollectionsMarshal.AsImmutableArray(JsonColumns.Row(item, columns)))]);
    }

    public override JsonElement AsJson() => value;

    public override void WriteTo(Utf8JsonWriter writer) => value.WriteTo(writer);

    protected override object? Convert() => JinjaValue.Frozen(value);
}
