namespace Daybook.Pdf;

internal enum ImageColorSpace
{
    Gray,
    Rgb,
    Palette,
    Cmyk,

    /// <summary>As Adobe's programs write it: 0 is full ink.</summary>
    InvertedCmyk,
}
