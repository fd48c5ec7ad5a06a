namespace Daybook.Pdf;

/// <summary>A character that no font has; it is drawn as a box.</summary>
/// <param name="CodePoint">As text, for instance <c>U+1F9FF</c>.</param>
/// <param name="Text">The character, with what belongs to it.</param>
/// <param name="Context">A stretch of the text in which it was met first.</param>
public sealed record MissingCharacter(string CodePoint, string Text, string Context);
