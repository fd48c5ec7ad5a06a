namespace Daybook.Pdf;

/// <summary>How the stored rows are turned to be seen, as Exif numbers it.</summary>
internal enum ImageOrientation
{
    Upright = 1,
    MirroredAcross = 2,
    UpsideDown = 3,
    MirroredDown = 4,
    Transposed = 5,
    TurnedRight = 6,
    Transversed = 7,
    TurnedLeft = 8,
}
