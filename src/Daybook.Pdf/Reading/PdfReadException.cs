namespace Daybook.Pdf.Reading;

/// <summary>A file cannot be read as PDF. The message is a sentence for a person.</summary>
public sealed class PdfReadException(PdfReadError error, string message, Exception? inner = null) : Exception(message, inner)
{
    public PdfReadError Error { get; } = error;
}
