namespace Daybook.Pdf.Reading.Fonts;

/// <summary>A code in shown text, and how many bytes it takes.</summary>
internal readonly record struct CharacterCode(uint Value, int Bytes);
