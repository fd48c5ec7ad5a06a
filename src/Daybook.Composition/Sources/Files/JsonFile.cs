using System.Text.Json;

namespace Daybook.Composition;

internal static class JsonFile
{
    /// <summary>A file of one JSON value is held in memory; larger data belongs into JSON Lines, which is read line by line.</summary>
    public const long MaxLength = 64 * 1024 * 1024;

    public static async Task<JsonElement> ReadAsync(RootedFile file, CancellationToken cancellationToken)
    {
        var stream = await FileContent.OpenTextAsync(file, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            if (stream.Length > MaxLength)
                throw new DataSourceException(SourceCodes.FileTooLarge, $"'{file.Name}' has {stream.Length:N0} bytes, more than the {MaxLength:N0} of one JSON value; write it as JSON Lines (one object per line).");
            var content = new byte[stream.Length];
            var length = await stream.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Parse(file.Name, content.AsMemory(0, length));
        }
    }

    private static JsonElement Parse(string name, ReadOnlyMemory<byte> content)
    {
        if (content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            content = content[3..];
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw JsonError.At(name, 1, exception, IsCutOff(content.Span));
        }
    }

    /// <summary>True when the text is the beginning of valid JSON.</summary>
    private static bool IsCutOff(ReadOnlySpan<byte> content)
    {
        var reader = new Utf8JsonReader(content, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
