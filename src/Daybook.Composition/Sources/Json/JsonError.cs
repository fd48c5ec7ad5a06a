using System.Text.Json;

namespace Daybook.Composition;

internal static class JsonError
{
    /// <param name="firstLine">Number of the line in the file that the parsed text begins with.</param>
    public static DataSourceException At(string name, long firstLine, JsonException exception, bool isCutOff)
    {
        var line = firstLine + (exception.LineNumber ?? 0);
        var column = (exception.BytePositionInLine ?? 0) + 1;
        return isCutOff
            ? new DataSourceException(SourceCodes.TruncatedJson, $"'{name}', line {line}, column {column}: the JSON ends too early; the file was cut off, so write or fetch it again.", exception)
            : new DataSourceException(SourceCodes.BadJson, $"'{name}', line {line}, column {column}: not valid JSON; correct the text there.", exception);
    }
}
