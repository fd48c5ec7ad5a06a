namespace Daybook.Pdf.Reading.Fonts;

/// <summary>What the widths of glyphs are relative to, in units of the font.</summary>
internal sealed record CffPrivate(double DefaultWidth, double NominalWidth, CffIndex Subroutines);
