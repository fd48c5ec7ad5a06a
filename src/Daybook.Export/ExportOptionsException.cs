namespace Daybook.Export;

/// <summary>The options of an export contradict each other; the message says which and what to do.</summary>
public sealed class ExportOptionsException(string message) : Exception(message);
