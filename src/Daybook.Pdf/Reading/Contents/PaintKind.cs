namespace Daybook.Pdf.Reading.Contents;

internal enum PaintKind
{
    Fill,
    Stroke,
    FillAndStroke,
    Shading,
    Image,
    ImageMask,
}
