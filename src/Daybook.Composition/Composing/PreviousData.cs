using System.Buffers;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>
/// The earlier period's datasets under one name. Where the earlier period has no data, every figure that exists now exists there as null,
/// so that <c>calculate_change</c> says N/A instead of failing; lists are null, because an empty list would say that there was nothing.
/// </summary>
internal static class PreviousData
{
    /// <returns>Null when no dataset has an earlier twin.</returns>
    public static DataNode? Of(ReportTemplate template, Snapshot snapshot, IReadOnlyDictionary<string, DataNode> current)
    {
        var names = template.Datasets.Where(dataset => dataset.Previous).Select(dataset => dataset.Name).Union(snapshot.Previous.Keys).Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var name in names)
            {
                writer.WritePropertyName(name);
                Write(writer, Earlier(snapshot, name), current.GetValueOrDefault(name)?.AsJson());
            }

            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new JsonNode(document.RootElement.Clone());
    }

    private static JsonElement? Earlier(Snapshot snapshot, string name) =>
        snapshot.Previous.TryGetValue(name, out var result) && result.Content is not DatasetFailure ? DataNode.Of(result.Content).AsJson() : null;

    private static void Write(Utf8JsonWriter writer, JsonElement? earlier, JsonElement? current)
    {
        if (current is not { ValueKind: JsonValueKind.Object } shape || earlier is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
        {
            (earlier ?? JsonValues.Null).WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        var known = earlier is { ValueKind: JsonValueKind.Object } value ? value : JsonElement.Parse("{}");
        foreach (var entry in known.EnumerateObject())
        {
            writer.WritePropertyName(entry.Name);
            Write(writer, entry.Value, shape.TryGetProperty(entry.Name, out var inner) ? inner : null);
        }

        foreach (var entry in shape.EnumerateObject().Where(entry => !known.TryGetProperty(entry.Name, out _)))
        {
            writer.WritePropertyName(entry.Name);
            Write(writer, null, entry.Value);
        }

        writer.WriteEndObject();
    }
}
