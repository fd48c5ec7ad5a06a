namespace Daybook.Pdf.Reading.Fonts;

/// <summary>An embedded font file is damaged, or of a kind this reader does not know.</summary>
internal sealed class FontProgramException(string message, Exception? inner = null) : Exception(message, inner);
