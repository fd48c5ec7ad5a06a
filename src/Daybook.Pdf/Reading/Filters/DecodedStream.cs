namespace Daybook.Pdf.Reading.Filters;

/// <param name="ImageFilter">The filter that <paramref name="Data"/> is still encoded with, as an image format is; null where the data is plain.</param>
internal sealed record DecodedStream(byte[] Data, string? ImageFilter);
