namespace Daybook.Composition;

internal enum FileFormat
{
    Json,
    JsonLines,
    Csv,
}
