namespace Daybook.Pdf;

/// <summary>A glyph in its place. Measures are in the units of the font.</summary>
/// <param name="Id">Its number in the font.</param>
/// <param name="Advance">How far it moves the pen; kerning is in it.</param>
/// <param name="Unicode">The character it stands for; -1 for none of its own or several, which <see cref="ShapedRun.Texts"/> then has.</param>
internal readonly record struct ShapedGlyph(ushort Id, int Advance, int XOffset, int YOffset, int Unicode);
