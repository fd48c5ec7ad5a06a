namespace Daybook.Pdf.Reading.Files;

/// <summary>The cross-reference table cannot be used; the objects must be searched for.</summary>
internal sealed class DamagedReferencesException(string message) : Exception(message);
