namespace Daybook.Pdf;

/// <summary>Glyphs of one font, from left to right.</summary>
/// <param name="Text">What they stand for, in reading order.</param>
/// <param name="Texts">For a glyph that stands for several characters what they are, by its place; null where no glyph does.</param>
/// <param name="NeedsActualText">The glyphs cannot say one by one what they stand for.</param>
internal sealed record ShapedRun(FontFace Face, ShapedGlyph[] Glyphs, string Text, string?[]? Texts, bool NeedsActualText);
