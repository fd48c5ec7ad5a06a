using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The part of a dataset that a block's data sources name, in the dataset's own shape.</summary>
internal static class PathTree
{
    /// <exception cref="CompositionException">A path leads nowhere, or to a dataset that failed.</exception>
    public static DataNode Of(ReportData data, string root, ImmutableArray<DataPath> paths)
    {
        foreach (var path in paths)
            _ = data.Resolve(path);
        var whole = data.Resolve(new DataPath(root, paths[0].Location));
        if (paths.Any(path => path.Path == root))
            return whole;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, whole, [.. paths.Select(path => path.Path.Split('.')[1..])]);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new JsonNode(document.RootElement.Clone());
    }

    /// <summary>Lists are given whole: a position in a part of a list would be another one.</summary>
    private static void Write(Utf8JsonWriter writer, DataNode node, ImmutableArray<string[]> paths)
    {
        if (paths.Any(path => path.Length == 0) || !node.Names.Any())
        {
            node.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var name in paths.GroupBy(path => path[0]))
        {
            writer.WritePropertyName(name.Key);
            Write(writer, node.Child(name.Key)!, [.. name.Select(path => path[1..])]);
        }

        writer.WriteEndObject();
    }
}
