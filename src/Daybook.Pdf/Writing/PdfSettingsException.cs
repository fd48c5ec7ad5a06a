namespace Daybook.Pdf;

/// <summary>Settings that exclude each other, such as a password with PDF/A.</summary>
public sealed class PdfSettingsException(string message) : Exception(message);
