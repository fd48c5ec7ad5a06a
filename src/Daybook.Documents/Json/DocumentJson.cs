using System.Text.Json;

namespace Daybook.Documents;

/// <summary>The versioned JSON form of a document: what the archive keeps and what <c>document</c> holds in the JSON export.</summary>
public static class DocumentJson
{
    /// <summary>Version this library writes, and the highest it reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>UTF-8, without spaces; the same document gives the same bytes.</summary>
    public static byte[] Write(ReportDocument document) =>
        JsonSerializer.SerializeToUtf8Bytes(Envelope(document), DocumentJsonContext.Default.DocumentEnvelope);

    public static void Write(Utf8JsonWriter writer, ReportDocument document) =>
        JsonSerializer.Serialize(writer, Envelope(document), DocumentJsonContext.Default.DocumentEnvelope);

    /// <exception cref="DocumentFormatException">The text is not a document, is of a newer version, or is over <see cref="DocumentLimits"/>.</exception>
    public static ReportDocument Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > DocumentLimits.MaximumBytes)
            throw new DocumentFormatException($"The document has {utf8.Length:N0} bytes; the limit is {DocumentLimits.MaximumBytes:N0}.");

        DocumentEnvelope? envelope;
        try
        {
            envelope = JsonSerializer.Deserialize(utf8, DocumentJsonContext.Default.DocumentEnvelope);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new DocumentFormatException($"Not a document of version {CurrentVersion}: {e.Message}", e);
        }

        if (envelope is null)
            throw new DocumentFormatException("The document is null.");
        if (envelope.Version is < 1 or > CurrentVersion)
            throw new DocumentFormatException($"The document is of version {envelope.Version}; this program reads up to version {CurrentVersion}.");

        var document = new ReportDocument(envelope.Metadata, envelope.Sections);
        DocumentLimits.Check(document);
        return document;
    }

    private static DocumentEnvelope Envelope(ReportDocument document) => new(CurrentVersion, document.Metadata, document.Sections);
}
