using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The stored form of a snapshot: versioned JSON, the same bytes for the same snapshot, every digit and type kept.</summary>
public static class SnapshotJson
{
    public const int Version = 1;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 128 };
    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = 128 };

    public static ReadOnlyMemory<byte> Write(Snapshot snapshot)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            Write(writer, "datasets", snapshot.Datasets);
            Write(writer, "previous", snapshot.Previous);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <exception cref="DataSourceException"><c>bad_snapshot</c>: the bytes are not a stored snapshot, or of a newer version.</exception>
    public static Snapshot Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, ReaderOptions);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version)
                throw new DataSourceException(SourceCodes.BadSnapshot, $"The snapshot has version {root.GetProperty("version").GetRawText()}; this program reads version {Version}. Use the program that wrote it, or a newer one.");
            return new Snapshot(ReadAll(root.GetProperty("datasets")), ReadAll(root.GetProperty("previous")));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DataSourceException(SourceCodes.BadSnapshot, "The snapshot cannot be read: it is damaged or was not written by Daybook. Collect the data again.", exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, DatasetResult> datasets)
    {
        writer.WriteStartObject(name);
        foreach (var (key, result) in datasets)
        {
            writer.WriteStartObject(key);
            WriteContent(writer, result.Content);
            writer.WriteStartArray("notes");
            foreach (var note in result.Notes)
            {
                writer.WriteStartObject();
                writer.WriteString("code", note.Code);
                writer.WriteString("message", note.Message);
                writer.WriteNumber("count", note.Count);
                writer.WriteBoolean("blocking", note.IsBlocking);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("origins");
            foreach (var origin in result.Origins)
                writer.WriteStringValue(origin);
            writer.WriteEndArray();
            writer.WriteNumber("omitted_rows", result.OmittedRows);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, DatasetContent content)
    {
        switch (content)
        {
            case DatasetRows rows:
                RowsJson.Write(writer, rows);
                break;
            case DatasetValue value:
                writer.WritePropertyName("value");
                value.Value.WriteTo(writer);
                break;
            case DatasetFailure failure:
                writer.WriteStartObject("failure");
                writer.WriteString("code", failure.Code);
                writer.WriteString("message", failure.Message);
                writer.WriteEndObject();
                break;
            default:
                throw new ArgumentException($"unknown content {content.GetType().Name}", nameof(content));
        }
    }

    private static ImmutableSortedDictionary<string, DatasetResult> ReadAll(JsonElement datasets) => datasets.EnumerateObject().ToImmutableSortedDictionary(
        entry => entry.Name,
        entry => new DatasetResult(ReadContent(entry.Value))
        {
            Notes = [.. entry.Value.GetProperty("notes").EnumerateArray().Select(note => new DataNote(
                note.GetProperty("code").GetString()!, note.GetProperty("message").GetString()!, note.GetProperty("count").GetInt64(), note.GetProperty("blocking").GetBoolean()))],
            Origins = [.. entry.Value.GetProperty("origins").EnumerateArray().Select(origin => origin.GetString()!)],
            OmittedRows = entry.Value.GetProperty("omitted_rows").GetInt64(),
        },
        StringComparer.Ordinal);

    private static DatasetContent ReadContent(JsonElement dataset)
    {
        if (dataset.TryGetProperty("columns", out _))
            return RowsJson.Read(dataset);
        if (dataset.TryGetProperty("value", out var value))
            return new DatasetValue(value.Clone());
        var failure = dataset.GetProperty("failure");
        return new DatasetFailure(failure.GetProperty("code").GetString()!, failure.GetProperty("message").GetString()!);
    }
}
