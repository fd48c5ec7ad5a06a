using Daybook.Pdf.Reading.Fonts;
using Daybook.Pdf.Reading.Objects;

namespace Daybook.Pdf.Reading.Contents;

/// <summary>What of the graphics state matters to reading.</summary>
/// <param name="Font">Null until one is set.</param>
/// <param name="TextMode">The text rendering mode; 3 is invisible.</param>
/// <param name="Fill">A name such as DeviceGray, or the array of a colour space.</param>
/// <param name="IsTransparent">Whether opacity, a blend mode or a soft mask is set.</param>
internal sealed record GraphicsState(FileFont? Font, int TextMode, PdfObject Fill, PdfObject Stroke, bool IsTransparent)
{
    public static readonly GraphicsState Initial = new(null, 0, new PdfName("DeviceGray"), new PdfName("DeviceGray"), false);
}
