using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Daybook.Composition;

/// <summary>The data a section was made from, as it is kept with the document.</summary>
internal static class SectionData
{
    /// <summary>Larger data stays in the snapshot alone.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>A JSON object of path to value; null for no data or too much of it.</returns>
    public static string? Of(ReportData data, ImmutableArray<string> paths)
    {
        if (paths.IsEmpty)
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            foreach (var path in paths)
            {
                writer.WritePropertyName(path);
                data.Resolve(new DataPath(path, default)).WriteTo(writer);
                writer.Flush();
                if (buffer.WrittenCount > MaxBytes)
                    return null;
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
