namespace Daybook.Documents;

/// <summary>A document that cannot be read or is over the limits; the message says what and where.</summary>
public sealed class DocumentFormatException(string message, Exception? inner = null) : Exception(message, inner);
