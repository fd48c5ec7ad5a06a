namespace Daybook.Storage;

/// <summary>The database's schema is not one this program can use; the message says what to do.</summary>
internal sealed class SchemaException(string message) : Exception(message);
