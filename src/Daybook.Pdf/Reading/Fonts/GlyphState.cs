namespace Daybook.Pdf.Reading.Fonts;

/// <summary>What an embedded font has for a code.</summary>
internal enum GlyphState
{
    Present,

    /// <summary>The font has no such glyph.</summary>
    Missing,

    /// <summary>The code leads to the glyph for missing characters.</summary>
    NotDefined,

    /// <summary>The font is not embedded or cannot be read, or the code's meaning is not known to this reader.</summary>
    Unknown,
}
