namespace Daybook.Export;

/// <summary>A picture of a chart or of metric cards. The same input gives the same bytes.</summary>
/// <param name="Alternative">What it shows, in words.</param>
/// <param name="Width">In CSS pixels; the picture holds more dots where it was made at more than one to a pixel.</param>
/// <param name="Height">In CSS pixels.</param>
public sealed record PngPicture(string Alternative, int Width, int Height, ReadOnlyMemory<byte> Png);
