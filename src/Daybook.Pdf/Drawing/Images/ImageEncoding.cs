namespace Daybook.Pdf;

internal enum ImageEncoding
{
    /// <summary>Samples as they are.</summary>
    Plain,

    /// <summary>Deflated rows with PNG's filters.</summary>
    PngRows,

    Jpeg,
}
